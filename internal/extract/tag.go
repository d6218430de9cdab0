package extract

// tag is a set of what a word can be in a sentence. A word may have several;
// the place it stands in decides.
type tag uint64

const (
	tNe       tag = 1 << iota // ने, marks who spoke or did
	tKo                       // को
	tSe                       // से
	tLoc                      // में, पर
	tGen                      // का के की
	tTak                      // तक
	tFor                      // हेतु, लिए
	tBy                       // द्वारा
	tVala                     // वाले
	tAnd                      // और तथा एवं
	tThat                     // कि
	tRel                      // जो जिन जहां
	tIf                       // यदि
	tThen                     // तो
	tAim                      // ताकि जिससे
	tNot                      // न नहीं
	tInf                      // करने
	tNoun                     // करना
	tSubj                     // करें, करे
	tFut                      // करेंगे
	tPerf                     // किया
	tRoot                     // कर, करके
	tImpf                     // करते
	tBe                       // है
	tWas                      // था
	tPass                     // जाए after a perfect
	tPassFut                  // जाएगा after a perfect
	tGone                     // गया after a perfect
	tCan                      // सके
	tOrder                    // निर्देश
	tOrdered                  // निर्देशित
	tDuty                     // जिम्मेदारी
	tGoal                     // लक्ष्य
	tDecision                 // निर्णय
	tSay                      // कहा
	tSeek                     // मांगी तलब
	tTell                     // बताया: what follows is report
	tAct                      // निरीक्षण, an act as a noun
	tAll                      // सभी समस्त प्रत्येक
	tPro                      // वे, इसे, उनसे: points back
	tNumber                   // a number in words
	tYears                    // 2022-23
	tClock                    // 6:30
	tMonth
	tWeekday
	tUnit   // दिन, घंटा
	tPublic // किसान, मतदाता: not owners
	tHon    // श्री डॉ
	tState  // लंबित, पूर्ण: how things stand
	tGive   // दिया, मिला: completes a directing noun
	tLack   // कोताही: what is not to be shown
	tManner // गंभीरता, सजगता: how to work
	tAsk    // अपील अनुरोध
	tEvent  // बैठक, शिविर: what is held
	tPost   // a word that heads a post: अधिकारी
	tTitle  // मंत्री, सांसद: who is not directed
	tPast   // पिछली, गत, पूर्व
	tLate   // urgency: तत्काल
	tOften  // recurring by itself: प्रतिदिन
	tWarn   // चेताया
)
