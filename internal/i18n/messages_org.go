package i18n

var messagesOrg = map[string]Text{
	"org.refused":           {"संगठन में यह परिवर्तन नहीं किया जा सकता", "This change of the organisation cannot be made"},
	"org.not_administrator": {"संगठन बदलने की शक्ति आपके पद में निहित नहीं है", "Your post is not vested with the power to change the organisation"},
	"org.no_district_row":   {"फ़ाइलों में ज़िले की पंक्ति (प्रकार district, एलजीडी कोड सहित) नहीं है; --district से कोड दें", "The files have no row of the district (kind district, with its LGD code); give the code by --district"},
	"org.unsound":           {"संगठन के आँकड़े सही नहीं हैं", "The organisation's data are not sound"},

	"org.id_twice":           {"पहचान %[1]v दो बार आई है या खाली है", "The id %[1]v stands twice or is empty"},
	"org.key_twice":          {"कुंजी %[1]q दो बार आई है या खाली है", "The key %[1]q stands twice or is empty"},
	"org.key_stays":          {"%[1]s की कुंजी और वृक्ष बदले नहीं जा सकते; नई प्रविष्टि जोड़ें", "The key and tree of %[1]s cannot be changed; add a new entry"},
	"org.lgd_twice":          {"एलजीडी कोड %[1]s %[2]d पहले से %[3]s का है", "The LGD code %[1]s %[2]d already belongs to %[3]s"},
	"org.unknown_parent":     {"%[1]s का ऊपर का स्थान नहीं मिला", "The place above %[1]s was not found"},
	"org.unknown_lies_in":    {"%[1]s जिस थाना या सेक्टर में बताया गया है, वह नहीं मिला", "The police station or sector that %[1]s is said to lie in was not found"},
	"org.unknown_place":      {"%[1]s का स्थान नहीं मिला", "The place of %[1]s was not found"},
	"org.unknown_department": {"%[1]s का विभाग नहीं मिला", "The department of %[1]s was not found"},
	"org.unknown_superior":   {"%[1]s जिसे प्रतिवेदन करता है, वह पद नहीं मिला", "The post that %[1]s reports to was not found"},
	"org.unknown_role":       {"%[1]s की भूमिका %[2]q सूची में नहीं है", "The role %[2]q of %[1]s is not in the list"},

	"org.unknown_post_or_person": {"पद या पदाधिकारी नहीं मिला", "The post or person was not found"},

	"org.place_loop": {"%[1]s घूमकर अपने ही नीचे आ जाता है", "%[1]s comes to lie under itself"},
	"org.chain_loop": {"%[1]s घूमकर अपने ही अधीन आ जाता है", "%[1]s comes to report to itself"},

	"org.ends_before_it_begins": {"%[1]s आरंभ होने से पहले समाप्त होता है", "%[1]s ends before it begins"},
	"org.parent_not_then":       {"%[1]s की पूरी अवधि में ऊपर का स्थान %[2]s नहीं था", "The place %[2]s above did not exist for all the time of %[1]s"},
	"org.parents_overlap":       {"%[1]s एक ही समय में दो स्थानों के नीचे है", "%[1]s stands under two places at one time"},
	"org.place_not_then":        {"%[1]s की पूरी अवधि में स्थान %[2]s नहीं है", "The place %[2]s does not exist for all the time of %[1]s"},
	"org.move_needs_day":        {"%[1]s को नए स्थान के नीचे ले जाने की तिथि दें; वह पहले की तिथि के बाद की हो", "Give the day from which %[1]s stands under its new place; it must be later than the one before"},

	"org.post_not_then": {"%[1]s की पदस्थापना पद की अवधि से बाहर जाती है", "The tenure in %[1]s runs outside the time of the post"},
	"org.held_twice":    {"%[1]s पर एक ही समय में %[2]s और %[3]s दोनों हैं", "%[1]s is held by %[2]s and %[3]s at one time"},
	"org.tenure_stays":  {"%[1]s की पदस्थापना का पद, पदाधिकारी और आरंभ बदले नहीं जा सकते; उसे समाप्त कर नई दर्ज करें", "The post, person and first day of a tenure in %[1]s cannot be changed; end it and enter a new one"},

	"org.delegates_to_itself":     {"%[1]s अपने ही पद को कार्य नहीं सौंप सकता", "%[1]s cannot delegate to itself"},
	"org.delegation_names_no_act": {"%[1]s का प्रत्यायोजन कार्यों के नाम नहीं बताता", "The delegation from %[1]s names no acts"},
	"org.delegation_too_long":     {"%[1]s के प्रत्यायोजन में आरंभ और अंत दें; वह अधिकतम %[2]d दिन का हो सकता है", "Give the first and last day of the delegation from %[1]s; it may run for at most %[2]d days"},
	"org.delegation_needs_reason": {"%[1]s के प्रत्यायोजन का कारण लिखें", "Give the reason for the delegation from %[1]s"},
	"org.delegation_only_ends":    {"%[1]s का प्रत्यायोजन बदला नहीं जा सकता, केवल पहले समाप्त किया जा सकता है", "The delegation from %[1]s cannot be changed, only ended sooner"},
	"org.taker_not_in_post":       {"जिसे कार्य सौंपा गया है वह %[1]s पर पदस्थापित नहीं है", "The person delegated to does not hold %[1]s"},
	"org.only_holder_delegates":   {"%[1]s के कार्य केवल उस पद का धारक स्वयं सौंप सकता है; सौंपा हुआ कार्य आगे नहीं सौंपा जाता", "Only the holder of %[1]s in person may delegate its acts; what was delegated is not passed on"},
	"org.act_never_delegated":     {"कार्य %[1]q सौंपा नहीं जा सकता: जाँच, अस्वीकृति का अनुमोदन, हस्ताक्षर, न्यायिक कार्य और समय देना स्वयं करना होता है", "The act %[1]q is never delegated: checking, approving a refusal, signing, judging and granting time are done in person"},
	"org.power_twice":             {"शक्ति %[1]q %[2]s को उसी अवधि में दो बार दी गई है", "The power %[1]q is vested in %[2]s twice for the same time"},
	"org.power_not_held":          {"शक्ति %[1]q आपके पद में निहित नहीं है, इसलिए आप उसे दे या वापस नहीं ले सकते", "The power %[1]q is not vested in your post, so you can neither give nor withdraw it"},
	"org.power_only_ends":         {"शक्ति %[1]q बदली नहीं जा सकती, केवल समाप्त की जा सकती है", "The power %[1]q cannot be changed, only ended"},
	"org.founded_already":         {"ज़िले की स्थापना हो चुकी है; परिवर्तन अब किसी पद के नाम से ही होगा", "The district is already set up; changes are now made in the name of a post"},
	"org.unknown_event":           {"संगठन की घटना %[1]v पढ़ी नहीं जा सकी", "The event %[1]v of the organisation cannot be read"},
	"org.digest":                  {"%[1]s के शब्द अपने मुद्रांक से मेल नहीं खाते", "The words of %[1]s do not match their digest"},
}
