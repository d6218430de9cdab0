package doc

// chanakya is the font of newspapers and press offices. U, ¤ and ÷ after a letter are
// strokes of the letter before it or its half form.
var chanakya = func() *typed {
	t := table(`
® 0 v 1 w 2 x 3 y 4 z 5 { 6 | 7 } 8 ~ 9
¥ अ ¥æ आ ¥æò ऑ § इ §ü ई §Z ईं © उ ©U उ ª¤ ऊ «¤ ऋ ° ए °ð ऐ ¥ô ओ ¥õ औ
€ क् ·¤ क ·ð¤ के ·ñ¤ कै ·Ô¤ के ·é¤ कु ·ê¤ कू ·ë¤ कृ ¹ ख » ग ‚ ग् ƒæ घ ƒ घ् ¾¤ ङ ¾÷ ङ्
¿ च ‘ च् “ च्च् À छ ÀU छ À÷ छ् Á ज ’ ज् ” ज्ज् Ûæ झ Û झ् †æ ञ † ञ्
Å ट ÅU ट ÅU÷ ट् Å÷ ट् Æ ठ ÆU ठ Æ÷ ठ् Ç ड ÇU ड Ç÷ ड् Ç¸ ड़ Ç¸U ड़ É ढ ÉU ढ É¸ ढ़ É¸U ढ़ ‡æ ण ‡ ण्
Ì त ˆ त् ž त्त् žæ त्त Í थ ‰ थ् Î द ¼ द Ï ध Š ध् Ù न ‹ न्
Â प Œ प् È¤ फ È÷ फ् Õ ब Ž ब् Ö भ Ö÷ भ् × म ×÷ म्
Ø य Ä य् Ú र ÚU र Ü ल Ë ल् Ý ळ ß व Ã व् àæ श à श् á ष c ष् â स S स् ã ह ãU ह ± ह्
·¸¤ क़ ¹¸ ख़ »¸ ग़ Á¸ ज़ Ê ज़् Êæ ज़ È¸¤ फ़ Ø¸ य़ Ú¸ ऱ Ù¸ ऩ ¸ ़ ¸U ़
ÿæ क्ष ÿ क्ष् ˜æ त्र ˜ त्र् ™æ ज्ञ ™ ज्ञ् Ÿæ श्र Ÿ श्र् l द्य m द्व h द्ध g द्ग q ह्न t ह्ल ^ ट्ट ^U ट्ट N हृ NU हृ L¤ रु M¤ रू
ý ्र þ ्र ÷ ्
æ ा è ी é ु ê ू ë ृ ð े Ô े ñ ै ô ो õ ौ æò ॉ ò ॅ ¢ ं ´ ं ¡ ँ Ñ : Ò ‘ Ó ’ Ð ।
`)
	t.letters["ç"] = string(shortI)
	t.letters["ü"] = string(reph)
	t.letters["\u0081"], t.letters["\u008F"], t.letters["\u0090"] = "ख्", "भ्", "म्"
	t.letters["U"], t.letters["¤"] = "", "" // strokes that belong to the letter before
	t.letters["Z"] = string(reph) + "ं"
	return t
}()

// chanakyaWords are the commonest words of Hindi as Chanakya types them.
var chanakyaWords = words(`·ð¤ ·Ô¤ ·¤æ ·¤è ·¤ô ãñ ãñU ãñ´ ãñ´U ×ð´ âð Ùð ÂÚU ¥õÚU ÌÍæ °ß¢ ç·¤ ç·¤Øæ »Øæ Öè Ùãè´ ÙãUè´ ·¤ÚU ·¤ÚÙð ·¤ÚUÙð ·¤ÚÔ´ mæÚUæ çÁÜæ âÖè
¥çÏ·¤æÚUè ÂÎæçÏ·¤æÚUè çÙÎðüàæ çÎØæ Õñ·¤ çÜ° Ì·¤ Áô Øã ØãU Íæ Íð ãô ãUô âæÍ çßÖæ» ·¤æØü`)
