package extract

import "strings"

// Chats write Hindi in Latin letters among Devanagari and English: report kal tak bhejein.
// The small words and verbs of Hindi are then read as what they stand for.
const romanPairs = `ko को ka का ki की ke के se से mein में tak तक aur और evam एवं tatha तथा hai है hain हैं hua हुआ hui हुई hue हुए karke करके karna करना karne करने
 karein करें karen करें kare करें kariye कीजिए karo करो karayein कराएं karaye कराएं karaen कराएं karwayein करवाएं karwaye करवाएं karwaen करवाएं karana कराना karwana करवाना karane कराने
 kiya किया kiye किए kiya किया gaya गया gayi गई gaye गए jaye जाए jaaye जाए jayein जाएं jayega जाएगा jaayega जाएगा jayegi जाएगी jata जाता jati जाती jate जाते dein दें den दें dijiye दीजिए
 lein लें lijiye लीजिए bhejein भेजें bhejen भेजें bheje भेजें bhejiye भेजिए bhejna भेजना bhejne भेजने banayein बनाएं banaye बनाएं banana बनाना banane बनाने lagayein लगाएं lagaye लगाएं
 lagwayein लगवाएं lagwaye लगवाएं lagwana लगवाना lagwane लगवाने rakhein रखें rakhen रखें rakhna रखना hona होना hatayein हटाएं hatwayein हटवाएं likhein लिखें dekhein देखें batayein बताएं
 nahi नहीं nahin नहीं mat मत sabhi सभी samast समस्त aaj आज kal कल roz रोज turant तुरंत jaldi जल्दी shighra शीघ्र pehle पहले pahle पहले baad बाद andar अंदर ghante घंटे din दिन
 mahine महीने hafte हफ्ते baje बजे shaam शाम tareekh तारीख tarikh तारीख hoga होगा hogi होगी honge होंगे chahiye चाहिए wale वाले liye लिए hetu हेतु dwara द्वारा ne ने yadi यदि agar अगर
 jo जो jin जिन unka उनका unki उनकी unke उनके unhe उन्हें unhein उन्हें inhe इन्हें kaam काम karya कार्य suchi सूची janch जांच jaanch जांच nirikshan निरीक्षण nirdesh निर्देश
 adhikari अधिकारी vibhag विभाग sunishchit सुनिश्चित laparwahi लापरवाही raha रहा rahi रही rahe रहे tha था thi थी kaha कहा bataya बताया diya दिया diye दिए gaon गांव bhi भी hi ही`

// addRoman enters the pairs.
func (b *builder) addRoman() {
	f := strings.Fields(romanPairs)
	for i := 0; i+1 < len(f); i += 2 {
		b.lex.roman[f[i]] = string(appendFold(nil, f[i+1]))
	}
}
