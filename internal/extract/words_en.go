package extract

// englishWords are the grammar words of English proceedings.
var englishWords = []row{
	{kwTo, 0, `to`}, {kwThe, 0, `the a an`}, {kwOf, 0, `of`}, {kwBy, 0, `by`}, {kwIn, 0, `in`}, {kwWithin, 0, `within`}, {kwBefore, 0, `before prior`}, {kwAfter, 0, `after`},
	{kwBetween, 0, `between`}, {kwFrom, 0, `from`}, {kwOn, 0, `on`}, {0, tTak, `till until upto`}, {0, tAnd, `and or`}, {kwThat, 0, `that`}, {kwAll, tAll, `all`},
	{kwEvery, tAll, `every each per`}, {0, tAll, `both various different`}, {kwShall, 0, `shall should must`}, {kwWill, 0, `will`}, {kwBe, 0, `be`}, {kwNeed, 0, `has have needs need had`},
	{kwWere, 0, `was were is are been being`}, {0, tNot, `not no`}, {0, tRel, `who which whose where whom`}, {0, tIf, `if unless`}, {0, tPro, `he she they it them those their his her its him`},
	{0, tOrdered, `directed asked told instructed ordered advised tasked requested urged entrusted mandated exhorted enjoined impressed stressed emphasised emphasized`}, {0, tOrder, `directions instructions direction instruction orders directives`},
	{0, tOrdered, `directs asks tells instructs orders directing asking instructing telling`}, {0, tGive, `issued given gave passed sought`}, {0, tSay, `said stated added ordered`},
	{0, tTell, `informed reported apprised told learnt found`}, {0, tDecision, `decided resolved`}, {0, tDuty, `responsible responsibility accountable`}, {0, tGoal, `target targets`},
	{0, tLate, `immediately forthwith promptly urgently instantly earliest soon expeditiously timely`}, {0, tOften, `daily weekly monthly regular regularly fortnightly quarterly continuously`},
	{kwExplain, 0, `explanation explanations`}, {kwShowCause, 0, `showcause`}, {kwShow, 0, `show`}, {kwCause, 0, `cause`}, {kwCharge, 0, `chargesheet chargesheets chargesheeted charge`}, {kwPay, 0, `salary salaries pay wages`},
	{kwHold, 0, `withhold withheld stop stopped stoppage hold deduct deducted deduction cut`}, {kwNotice, 0, `notice notices`}, {kwConcern, 0, `concerned respective`}, {kwAct, 0, `action`},
	{kwTime, 0, `time`}, {kwEnd, 0, `end`}, {kwNext, 0, `next coming forthcoming following`}, {kwThis, 0, `this`}, {kwSame, 0, `same`}, {kwToday, 0, `today`}, {kwTomorrow, 0, `tomorrow`},
	{kwWork, 0, `working`}, {kwOld, 0, `older old`}, {kwMore, 0, `more beyond exceeding over than`}, {kwLast, 0, `last final`}, {kwFirst, 0, `first 1st`}, {kwSecond, 0, `second`}, {kwThird, 0, `third`}, {kwFourth, 0, `fourth`},
	{0, tPast, `earlier previous previously past`}, {kwAbout, 0, `about nearly around approximately almost`}, {kwIntent, 0, `aim aims commitment priority hope hoped committed`}, {0, tLack, `laxity negligence slackness complacency`},
	{0, tManner, `seriously sincerely earnestly dedication sensitivity coordination prepared`}, {0, tAsk, `appealed appeal urged`}, {kwPenalty, 0, `strict stern disciplinary`}, {kwFollowing, 0, `following`},
	{kwOnly, 0, `only`}, {kwAlso, 0, `also further`}, {kwDuring, 0, `during`}, {kwSome, 0, `some`}, {kwPresent, 0, `present attended participated`}, {kwVia, 0, `with through alongside`}, {kwTake, 0, `taken take initiated`},
	{0, tState, `completed complete pending disposed resolved stand stands achieved sanctioned registered inspected covered constructed verified distributed received remain remains lagging uploaded issued paid enrolled`},
	{0, tWarn, `warned cautioned`}, {kwDone, 0, `done`}, {kwTotal, 0, `total`}, {kwOwn, 0, `own`}, {kwSure, 0, `ensure ensured`},
}

// englishNouns are matched by stem.
var englishNouns = []nounRow{
	{0, tUnit, 1, `day`}, {0, tUnit, 2, `hour hr`}, {0, tUnit, 3, `week`}, {0, tUnit, 4, `month`}, {0, tUnit, 5, `fortnight`}, {0, tUnit, 6, `year`}, {0, tUnit, 7, `minute`},
	{0, tMonth, 1, `january jan`}, {0, tMonth, 2, `february feb`}, {0, tMonth, 3, `march mar`}, {0, tMonth, 4, `april apr`}, {0, tMonth, 5, `may`}, {0, tMonth, 6, `june jun`},
	{0, tMonth, 7, `july jul`}, {0, tMonth, 8, `august aug`}, {0, tMonth, 9, `september sep sept`}, {0, tMonth, 10, `october oct`}, {0, tMonth, 11, `november nov`}, {0, tMonth, 12, `december dec`},
	{0, tWeekday, 1, `monday`}, {0, tWeekday, 2, `tuesday`}, {0, tWeekday, 3, `wednesday`}, {0, tWeekday, 4, `thursday`}, {0, tWeekday, 5, `friday`}, {0, tWeekday, 6, `saturday`}, {0, tWeekday, 7, `sunday`},
	{kwDept, 0, 0, `department dept`}, {kwBranch, 0, 0, `section branch cell`}, {kwMeeting, tEvent, 0, `meeting`}, {kwReview, 0, 0, `review`}, {kwReport, 0, 0, `report list`},
	{kwOfficer, tPost, 0, `officer official functionary`}, {0, tPost, 0, `engineer manager secretary superintendent director commissioner magistrate incharge staff employee supervisor coordinator inspector agency contractor committee principal`},
	{kwHead, 0, 0, `head`}, {kwChair, 0, 0, `chairmanship chaired`}, {kwPlace, 0, 0, `hall`}, {kwPer, 0, 0, `percent`},
	{0, tPublic, 0, `farmer customer depositor borrower elector voter citizen public resident villager parent people beneficiary student devotee driver consumer applicant family household child trader shopkeeper vendor owner transporter`},
	{0, tTitle, 0, `minister mla mp governor`}, {0, tEvent, 0, `camp drive campaign programme program ceremony exam examination training`},
	{kwYear, 0, 0, `year`}, {kwFinance, 0, 0, `financial`},
}
