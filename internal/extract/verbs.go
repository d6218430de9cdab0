package extract

import "strings"

// verbRoots are the roots whose forms the grammar knows. Causatives stand on
// their own, since the forms of कर and करा must not meet.
const verbRoots = `कर कह कहलवा चेता करा करवा बना बनवा बन दे दिला दिलवा ले लिवा रख रखवा भेज भिजवा भेजवा लग लगा लगवा हट हटा हटवा
पहुंच पहुंचा चल चला चलवा बढ़ बढ़ा घट घटा निपट निपटा निबट निबटा सुलझ सुलझा सुन सुना सुनवा समझ समझा समझवा बैठ बिठा बैठा
देख दिख दिखा दिखवा जांच जंचवा जंचा जुड़ जोड़ जुड़वा भर भरवा लिख लिखवा लिखा पढ़ पढ़ा पढ़वा बता बतवा मांग मंगा मंगवा पूछ पुछवा जान
मान मिल मिला मिलवा लौट लौटा डाल डलवा खोल खुलवा खुल बंद रोक रुक रुकवा उठ उठा उठवा टूट तोड़ तुड़वा जोत बो काट कट कटवा
कटा बदल बदलवा सुधर सुधार सुधरवा संभाल सौंप ढूंढ खोज ढुंढवा पकड़ पकड़वा छोड़ छुड़वा छूट बांट बंटवा बांध बंधवा निकाल निकल निकलवा
उतार उतर उतरवा चढ़ चढ़ा चढ़वा पाट पटवा ढक ढकवा धो धुलवा सजा सजवा साध नाप नपवा माप मपवा गिन गिनवा तौल तौलवा तुलवा खरीद खरीदवा बेच
वसूल वसूलवा जमा छाप छपवा छापवा टांग टंगवा चिपका चिपकवा लटका गिरा गिर ढहा ढाह उखाड़ हांक चुन चुनवा छांट छंटवा बुला बुलवा आ ला लिवा जा हो रह
पा बच बचा बरत ध्यान टाल हिल फैल फैला जगा जाग झेल ठहर ठहरा रोप रोपवा सींच खोद खुदवा गाड़ गड़वा मनवा मना अपना दर्शा दोहरा संजो निभा
समेट भुगता भुगतवा टटोल परख आंक आंकवा पलट परोस खिला खिलवा पिला पिलवा पी सिखा सीख रंग रंगवा पोत पुतवा खा लड़ भिड़ा जता घोष नवा उपजा सुझा
ठीक निरख छिड़क छिड़कवा घेर घिरवा सहेज निहार थाम बसा बस दर्ज तैनात ढो ढुलवा फेंक फेंकवा थमा गुजर बिता चुका चुकवा सरका खपा भांप
मुड़ मोड़ पिरो पहन पहना सो जी सी छू डर डरा पुकार ललकार घूम घुमा टोक अड़ अड़ा सह ढल ढाल उगा उग भाग भगा सूख सुखा पक पका मर मरवा
झाड़ झड़वा कस कसवा परोसवा गोद सील निखार कमा तराश तलाश तलाशवा पूज जुट जुटा समा हरा जीत हार खेल खिलाड़ बोलवा चाह नकार स्वीकार
दौड़ दौड़ा पिला टांक मिटा मिटवा दब दबा लाद लदवा उलझ उलझा बरस पड़ पूर गढ़ मढ़ दाग बिखर बिखेर सिल सिलवा पीट तप तपा टिक टिका रौंद`

// defective are roots that are words of another kind more often than verbs;
// of these only the forms with an ending count.
const defective = ` बंद ध्यान जमा दर्ज तैनात ठीक सील घोष पूर जीत हार सजा जगा बस पा सो जी सी बो पी रंग गोद ढाल पक मर कस तप दाग खेल मिल कट चल बन जान मान बच जोत उग बोल बदल भर जुड़ हिल रह लग रख आ ला सह हरा मना नवा समा डर दब छाप माप नाप सुधार लड़ सीख खोज `

// form pairs an ending with what the word then is.
type form struct {
	end string
	tag tag
}

// consonantForms follow a root that ends in a consonant: कर, रख.
var consonantForms = []form{
	{"ने", tInf}, {"नें", tInf}, {"ना", tNoun}, {"नी", tNoun},
	{"ें", tSubj}, {"े", tSubj}, {"िए", tSubj}, {"िये", tSubj}, {"िएगा", tSubj}, {"ियेगा", tSubj},
	{"ेंगे", tFut}, {"ेगें", tFut}, {"ेगे", tFut}, {"ेगा", tFut}, {"ेगी", tFut}, {"ेंगी", tFut},
	{"कर", tRoot}, {"के", tRoot}, {"ते", tImpf}, {"ता", tImpf}, {"ती", tImpf}, {"तीं", tImpf},
	{"ा", tPerf}, {"े", tPerf}, {"ी", tPerf}, {"ीं", tPerf},
}

// vowelForms follow a root that ends in a long vowel: करा, दिला.
var vowelForms = []form{
	{"ने", tInf}, {"नें", tInf}, {"ना", tNoun}, {"नी", tNoun},
	{"एं", tSubj}, {"यें", tSubj}, {"वें", tSubj}, {"ए", tSubj}, {"ये", tSubj}, {"वे", tSubj}, {"य", tSubj}, {"ऐं", tSubj},
	{"इए", tSubj}, {"इये", tSubj}, {"इएगा", tSubj},
	{"एंगे", tFut}, {"येंगे", tFut}, {"वेंगे", tFut}, {"एगा", tFut}, {"येगा", tFut}, {"एगी", tFut}, {"येगी", tFut}, {"एंगी", tFut},
	{"येंगी", tFut}, {"वेगा", tFut}, {"वेगी", tFut}, {"एगें", tFut}, {"येगें", tFut}, {"यगा", tFut},
	{"कर", tRoot}, {"के", tRoot}, {"ते", tImpf}, {"ता", tImpf}, {"ती", tImpf},
	{"या", tPerf}, {"ए", tPerf}, {"ये", tPerf}, {"ई", tPerf}, {"यी", tPerf}, {"ईं", tPerf},
}

// oddForms are the forms of the irregular verbs.
var oddForms = []form{
	{"करने", tInf}, {"किया किए किये की कीं", tPerf}, {"कीजिए कीजिये", tSubj},
	{"दें दे देवें देवे दीजिए दीजिये", tSubj}, {"देंगे देगा देगी देंगी देगें देवेंगे", tFut},
	{"देने देनें", tInf}, {"देना देनी", tNoun}, {"देकर", tRoot}, {"देते देता देती", tImpf}, {"दिया दिए दिये दी दीं", tPerf},
	{"लें ले लेवें लेवे लीजिए", tSubj}, {"लेंगे लेगा लेगी लेंगी लेगें", tFut},
	{"लेने लेनें", tInf}, {"लेना लेनी", tNoun}, {"लेकर", tRoot}, {"लेते लेता लेती", tImpf}, {"लिया लिए लिये ली लीं", tPerf},
	{"हों हो होवे होवें", tSubj}, {"होंगे होगा होगी होंगी होंगें", tFut}, {"होने", tInf}, {"होना होनी", tNoun}, {"होकर", tRoot},
	{"होते होता होती", tImpf}, {"हुआ हुए हुई हुये हुयी हुईं", tPerf},
	{"ढोएं धोएं बोएं सोएं ढोए धोए", tSubj}, {"ढोने धोने बोने", tInf}, {"पिएं जिएं सिएं छुएं पिए", tSubj},
	{"जाइए जाइये जाइएगा आइए आइये दीजिएगा लीजिएगा कीजिएगा", tSubj}, {"दो लो करो भेजो रखो देखो लगाओ कराओ लाओ जाओ बनाओ भिजवाओ करवाओ हटाओ", tSubj},
	{"जाने जानें", tInf}, {"जाना जानी", tNoun}, {"जाकर", tRoot}, {"जाते जाता जाती", tImpf}, {"गया गए गये गई गयी गईं", tPerf | tGone},
	{"बोले बोलीं बोला", tPerf},
	{"जाए जाये जाय जाएं जायें जावे जावें जाऐ जाऐं जांए", tSubj | tPass},
	{"जाएगा जायेगा जाएगी जायेगी जाएंगे जायेंगे जाएंगी जायेंगी जावेगा जावेगी जावेंगे जाएगें जायेगें जायगा जायगी जायेगें", tFut | tPassFut},
}

// addVerbs enters every form of every root.
func (b *builder) addVerbs() {
	for root := range strings.FieldsSeq(verbRoots) {
		key := string(appendFold(nil, root))
		if bare := " " + root + " "; !strings.Contains(defective, bare) {
			b.word(root, 0, tRoot)
		}
		switch {
		case key == "दे" || key == "ले" || key == "हो" || key == "जा" || key == "ढो" || key == "धो" || key == "बो" || key == "सो" || key == "पी" || key == "जी" || key == "सी" || key == "छू":
			continue
		case strings.HasSuffix(key, "ा") || key == "आ":
			b.forms(root, vowelForms)
		default:
			b.forms(root, consonantForms)
		}
	}
	for _, f := range oddForms {
		b.all(f.end, 0, f.tag)
	}
}

// forms enters the inflected forms of one root; a one-letter ending such as
// the े of रखे is both subjunctive and perfect, and the sentence decides.
func (b *builder) forms(root string, forms []form) {
	for _, f := range forms {
		b.word(root+f.end, 0, f.tag)
	}
}
