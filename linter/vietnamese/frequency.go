package vietnamese

import "strings"

// The tables below order the readings of a damaged word. They were compiled for
// this package by reading, not taken from a dictionary or counted in a corpus,
// and hold only syllables with a letter that damage can leave in doubt:
// à á í ý ạ ề ỏ ọ ờ ố ử.

// weight says how common a syllable is in writing: 5 for the commonest, down to
// 1 for what is in use but rare, 0 for a spelling that is hardly a word. Letter
// case does not matter; both styles of tone mark count as one.
func weight(word string) int {
	word = WithToneStyle(strings.ToLower(word), Old)
	return weights[word]
}

// paired says whether the two words, in lower case, are a common pair.
func paired(first, second string) bool {
	return pairs[first+" "+second]
}

var weights = func() map[string]int {
	m := map[string]int{}
	for i, list := range []string{rare, known, common, commonest, topmost} {
		for _, w := range strings.Fields(list) {
			m[w] = i + 1
		}
	}
	return m
}()

var pairs = func() map[string]bool {
	m := map[string]bool{}
	for p := range strings.SplitSeq(commonPairs, ",") {
		m[strings.TrimSpace(p)] = true
	}
	return m
}()

const topmost = `và là này làm vào các cách về đề mọi người thời họ học sử từ nhà bạn tại được có đã cho không một quá số với`

const commonest = `hỏng lỏng trỏ 
và là mà này ngày vào nào làm các cách cái khác số về đề mọi người thời họ học đọc sử xử từ
chính khi đích tính phí trí ví thí chí kí lí ít ý đặt cạnh bạn tại lại dạng mạng hạn gọi hỏi bỏ nhỏ
nhờ giờ chọn trọng thử gửi cửa sửa nhiều điều đều nền tiền quyền trước được có khỏi đời lời trời rời
nhà toàn hoàn hàng hành thành hàm tài bài cài ngoài bàn bằng đáng đánh giá khá sáng sách bán tác pháp
phát quá xóa mã đã cho không trong một với những để ra đến như còn sẽ cũng`

const common = `
bà trà quà hà đà gà cà già tòa hòa dài đài loài hài hoài chàng vàng tràng màn màng sàn sàng đàn dàng ràng
càng ngàn ngành dành cành lành rành giành giày dày bày mày cày đày vài bào hào đào trào cào rào chào màu tàu
giàu tràn đàm ngài loàn đoàn hoàng xoàng nhàng thoà quàng trành khàn gàng nàng hàn nhàn ngàng
dí khí bí lính kính dính đính chín kín tín tím phím thích kích bích trích tích ích lích xích phía khía hí tí xí
bít khít hít mít mí níu nhí ríu quý lý ký kỹ ký mỹ tý hý sý trý úy chúy thúy quýt huýt
bá cá đá gá há lá má ná phá tá xá trá thá quá rá chá nhá khoá hóa khóa tóa xoá thóa đóa giác bác các đác gác hác lác mác nác rác
sác tạc thác xác trác vác khoác hoác toác bách hách lách mách ngách nhách phách thách trách vách xách hoạch
mái lái trái phái thái hái cái bái gái nhái sái tái vái ngoái khoái thoái hoái
bám cám đám dám giám khám nám rám tám thám trám xám
án cán đán dán gián hán khán mán nán phán quán rán tán toán khoán đoán hoán soán thoán
áng bảng cáng dáng đáng giáng háng kháng láng máng nháng ráng tháng tráng váng xáng quáng hoáng thoáng choáng
ánh bánh cánh chánh gánh giánh lánh mánh nhánh phánh sánh tánh thánh tránh vánh hoánh
áo báo cáo đáo giáo háo láo máo náo pháo ráo sáo táo tháo tráo xáo
áp cáp đáp giáp hạp háp kháp láp nháp páp ráp sáp táp tháp tráp ngáp
át bát cát đát hát khát lát mát nát ngát nhát phát quát rát sát tát thát trát vát xát loát thoát hoát toát soát
áu báu cáu cháu đáu kháu láu máu náu sáu tháu
áy cháy đáy gáy kháy láy máy nháy náy quáy ráy táy tháy váy xáy ấy
á á bạ chạ dạ đạ gạ hạ khạ lạ nạ phạ rạ sạ tạ vạ xạ dạy chạy bạc lạc nạc tạc đạc mạc thạc vạc nhạc khạc
bạch mạch sạch gạch thạch trạch vạch lạch rạch hạch đại hại loại ngoại mại nại phạm chạm đạm tạm trạm xạm thoại
bạn hạn lạn mạn nạn ngạn nhạn rạn sạn tạn trạn vạn đoạn loạn soạn hoạn dạng đạng hạng lạng mạng nạng rạng sạng tạng thạng trạng vạng
hoạng choạng loạng thoạng ạ bạnh cạnh hạnh lạnh mạnh nạnh ngạnh nhạnh phạnh sạnh thạnh tạnh trạnh hoạnh
bạo cạo đạo hạo lạo mạo nạo rạo sạo tạo thạo trạo xạo đạp hạp nạp rạp sạp tạp thạp trạp chạp
bạt cạt đạt gạt hạt lạt mạt nạt ngạt nhạt phạt rạt sạt tạt trạt vạt đoạt hoạt thoạt toạt
lạy nạy mạy dạy chạy sạy vạy
bề kề lề nghề thề tề hề mề bền đền mền mềm thềm phiền hiền liền miền viền biền kiền diều triều chiều kiều thiều
tuyền thuyền truyền chuyền huyền quyền nguyền riềng giềng
đỏ mỏ thỏ tỏ vỏ ngỏ giỏ cỏ nỏ lỏ sỏ xỏ giỏi mỏi khỏe khoẻ tỏi sỏi mỏng phỏng bỏng thỏa tỏa hỏa khỏa đòi
lọ thọ sọ nọ bọ cọ ngọ nhọ dọ mọi trọn bọn dọn gọn ngọn nhọn lọn mọn giọng vọng đọng mọng ngọng cọng tọa họa dọa đọa
lọc mọc cọc dọc học thọc trọc đọc ngọc nhọc bọc góc ngọt lọt hót giọt bọt cột ngọt
bờ chờ cờ đờ ngờ lờ mờ sờ tờ thờ vờ rờ hờ khờ nhờ phờ dời mời ngời vời đời thường đường trường tường rường lường hường phường nường sườn vườn
lười mười cười người tươi lười rười trườn vượn cường giường dường nhường thường tượng gờm
cử khử tử nữ lửa nửa rửa chửa ngửi chửi lửng hửng dửng cửu bửu
ố bố cố chố đố gố hố khố lố mố nố ngố phố quố rố số tố thố trố vố bối cối chối dối đối gối hối khối lối mối muối nối phối rối
suối tối thối trối vối xối muốn uốn cuốn buôn bốn chốn đốn khốn mốn tốn trốn vốn cốc dốc đốc gốc hốc khốc lốc mốc nốc ốc sốc tốc
thốc trốc xốc quốc chuốc thuốc cuốc đuốc guốc buốc thuộc bốp cốp hốp khốp lốp mốp nốp ốp xốp tốp bốt cốt chốt dốt đốt gốt hốt lốt mốt
nốt ngốt nhốt rốt sốt tốt thốt vốt xốt buốt nuốt suốt chuốt bống cống chống đống giống hống khống lống mống nống ống rống sống thống
trống vống xống huống luống muống xuống uống cuống buống chuống đốm gốm nốm cốm ốm đám luôn
ơ cơ bơ mơ thơ chơi nơi hơi hơn đơn sơn cơm thơm sớm`

const known = `
trọ họng lọng nà xà tà phà ngà thà rà chà đoà loà lòa xòa tò rành lài nài xài khoài đòi lò tàn làn bàng lang đàng khàng nhà tràm phàm chàm làng sào
bàu làu nhàu càu phàn nàn hàu thàu tày tào mào nhào
dĩ rỉ gỉ ní sí phích hích nhích mích đích chích dích típ kíp híp tíu bíu líu díu tía chía kía mía bía hía lía vía kín nín xín thín mín
phính bính hính vính nhím kím dím thím thít tít lít vít xít nhít sít nịt khính sính thính nính trính tịnh
chờn vờn hờn sờn nhờn dờn rờn hời bời thờn lờn lởn lờ bờm cờm
bề huề thuề xuề sền rền dền kền bềnh kềnh ghềnh lềnh gềnh xềnh lều kều rềnh
trỏ chỏ ngỏm thỏi lỏi gỏi cỏi mỏm nhỏm thỏm chỏm tỏm khỏa xỏa hỏm dỏm
chọi dọi lọi rọi trọi vọi họp chọc khọc lọp tọp sọp cọp gọt tọt vọt thọt trọt cót mọt lọt họe
bửa thửa mửa chử lử tửu sửu gửi ngửa khửu nghèo`

const rare = `
y ạch bạng chạng cạc dạt dọng gạc gạn giạt gọng hạo họn khạng khọm lạch lạp mạch nghệ ngạc ngọng nhạt nọc phọt quạ quạt quạnh rọc
rạc sạch soạt tọng trạc trạo trọc tạch vạm xạc xạo xọc ỏi ọc ọp thờm chảy đỏng đờm đờn đỏi giời bần hử hừ sóc dề nề về phề tòa
nhời quờ huờ nọn lỏm chềnh đềm mờm vỏn rử ngử`

// commonPairs are words that often stand side by side, at least one of them
// with a letter that damage leaves in doubt.
const commonPairs = `
mọi người, mọi thứ, mọi việc, mọi lúc, mọi nơi, mọi chuyện, mời bạn, mời anh, mời khách, lời mời, kính mời, xin mời, mệt mỏi, mòn mỏi,
thời gian, thời điểm, thời đại, thời tiết, thời kỳ, thời hạn, đồng thời, tức thời, kịp thời, tạm thời, nhất thời, hiện thời, lỗi thời, thời trang, lâu đời,
cuộc đời, ra đời, đời sống, đời thường, qua đời, suốt đời, thay đổi, trên đời, đời sau, đời người, trọn đời,
về nhà, trở về, trả về, đi về, nói về, viết về, thông tin về, quay về, kéo về, về sau, về quê, về mặt, biết về, hiểu về, về việc, chuyển về, đưa về, đầu về,
sử dụng, lịch sử, tiểu sử, sử gia, sử học, giả sử, sử sách, ngộ nhận,
xử lý, xử lí, cư xử, xét xử, ứng xử, đối xử, xử phạt, xử trí, hành xử,
thử nghiệm, thử thách, hãy thử, thử lại, dùng thử, kiểm thử, làm thử, chạy thử, thử xem, bạn thử, thử nhìn, thử hỏi, thử tưởng, kiểm thử, thi thử, thử một, đã thử,
điện tử, phần tử, tử tế, nguyên tử, phân tử, đệ tử, tử vong, nam tử, thái tử, hoàng tử, lãng tử, tử thần, quân tử, bất tử, sinh tử, lượng tử, con tử,
tờ giấy, tờ báo, giấy tờ, một tờ, tờ khai, tờ rơi, tỏ ra, bày tỏ, chứng tỏ, làm tỏ, sáng tỏ, tỏ vẻ, tỏ lòng, tò mò,
cử chỉ, cử nhân, bầu cử, đề cử, ứng cử, cử tri, cử động, tuyển cử, khử trùng, ngọn cờ, lá cờ, cờ đỏ, cờ vua, tình cờ, bất ngờ, nghi ngờ, không ngờ, ngờ rằng, ngờ vực, ai ngờ, ngờ tới, ngọ nguậy, bánh ngọt,
bỏ qua, bỏ ra, bỏ đi, loại bỏ, xóa bỏ, từ bỏ, hủy bỏ, gỡ bỏ, bỏ lỡ, bãi bỏ, bác bỏ, bỏ vào, bỏ trống, bỏ công, bỏ sót, bị bỏ, bỏ quên, bỏ cuộc, vứt bỏ, rời bỏ, bờ biển, bờ sông, bờ đê, bến bờ, đôi bờ, bờ hồ, bờ ao, bên bờ, trên bờ, bờ cát, lên bờ, bề mặt, bề ngoài, bề dày, nhiều bề, bề bộn, bộn bề, côn trùng,
nhỏ bé, nhỏ hơn, nhỏ nhất, thu nhỏ, nhỏ gọn, nhỏ lẻ, to nhỏ, lớn nhỏ, từ nhỏ, nhỏ nhặt, rất nhỏ, cỡ nhỏ, phần nhỏ, hồi nhỏ, ngõ nhỏ, thu nhỏ, chia nhỏ, người nhỏ, nhỏ và, quá nhỏ, nhỏ này, nhờ vào, nhờ có, nhờ vậy, nhờ đó, nhờ thế, nhờ người, chính nhờ, là nhờ, nhờ vả, nhờ bạn, nhờ đến,
đề tài, đề xuất, đề nghị, vấn đề, chủ đề, đề cập, tiêu đề, đề ra, đề phòng, đề cao, đề thi, giải đề, đề bài, chuyên đề, tiền đề, mệnh đề, đỏ tươi, màu đỏ, đỏ thắm, mực đỏ, đèn đỏ, sổ đỏ, cờ đỏ, đậu đỏ, đỏ đen, nền đỏ, áo đỏ,
họ hàng, dòng họ, họ tên, của họ, họ là, họ sẽ, họ đã, họ có, với họ, cho họ, giúp họ, họ không, khi họ, nếu họ, mà họ, họ cần, họ muốn, họ phải, họ đang, hề có, không hề, chưa hề, chẳng hề, hề hấn, hờ hững, khép hờ, gái họ, bọn họ, và họ, họ thường, hầu hết,
giờ đây, bây giờ, hai giờ, một giờ, giờ làm, giờ học, mấy giờ, bao giờ, giờ nghỉ, tới giờ, đến giờ, nửa giờ, đồng hồ, giờ thì, trong giờ, múi giờ, giờ đồng, thời giờ, giỏ hàng, vào giỏ, giỏ hoa, trong giỏ,
chờ đợi, chờ đến, đang chờ, chờ cho, trông chờ, phòng chờ, thời gian chờ, đợi chờ, chờ một, chờ khách, chờ bạn, hàng chờ,
lọ hoa, cái lọ, bên lề, lề đường, ngoài lề, căn lề, lề trái, lề phải, lề mề, lờ mờ, lờ đi, phớt lờ, lơ mơ, mờ nhạt, làm mờ, độ mờ, mờ ảo, mỏ than, mỏ vàng, hầm mỏ, khai mỏ, mỏ neo,
gọi là, gọi điện, kêu gọi, tên gọi, được gọi, lời gọi, gọi hàm, gọi đến, gọi tên, gọi lại, cuộc gọi, mời gọi, khi gọi, cách gọi, gọi tắt, kêu gọi, hay gọi, gửi thư, gửi đi, gửi về, gửi cho, gửi lên, gửi tin, gửi đến, người gửi, gửi yêu, tiền gửi, gửi lại, gửi tới, kính gửi, gửi dữ, gửi qua, gửi email, gửi vào, ký gửi, gửi một, gửi bài, được gửi,
hỏi đáp, câu hỏi, hỏi thăm, đòi hỏi, học hỏi, hỏi han, hỏi lại, đặt hỏi, hỏi rằng, hỏi ý, chị hỏi, tự hỏi, hỏi xem, biết hỏi, hỏi bạn, thắc mắc, hay hỏi, xin hỏi, hỏi về, lời hỏi, trả lời, lời khuyên, lời giải, lời nói, lời cảm, một lời, lời hứa, lời kết, vâng lời, lời thề, lời mở, lời ca, lời bài, lời văn, sinh lời, lời lãi, bằng lời, lời chúc, lời tựa, lời bình,
bầu trời, mặt trời, ngoài trời, trời mưa, ông trời, trời nắng, trên trời, trời ơi, chân trời, ơn trời, trời đất, trời cho, trời xanh, trọi lọi, trơ trọi, rời khỏi, rời đi, tách rời, rời bỏ, rời rạc, không rời, xa rời, rã rời, tờ rời, dọi vào, rọi vào, dời đi, di dời, chuyển dời, tuyệt vời, vời vợi, xa vời, rạng ngời, sáng ngời, ngời sáng, chơi vơi, 
chọn lựa, lựa chọn, chọn ra, được chọn, chọn một, chọn lọc, tùy chọn, bình chọn, chọn cách, chọn việc, kén chọn, tự chọn, chọn vào, đã chọn, chọn tên, bạn chọn, chờn vờn, chập chờn, bền vững, lâu bền, độ bền, bền bỉ, bền chặt, bọn trẻ, bọn họ, bọn tôi, cả bọn, bọn chúng, 
quan trọng, trọng tâm, trọng yếu, tôn trọng, trọng lượng, trầm trọng, nghiêm trọng, sang trọng, trọng tài, coi trọng, trân trọng, trọng số, chú trọng, tỷ trọng, tải trọng, long trọng, thận trọng, trọng điểm, kính trọng, trọng dụng,
giọng nói, chất giọng, giọng hát, lỏng lẻo, chất lỏng, nới lỏng, hỏng hóc, bị hỏng, hư hỏng, làm hỏng, cuống họng, cổ họng, mỏng manh, siêu mỏng, bề dày, kỳ vọng, hy vọng, hi vọng, thất vọng, ước vọng, tham vọng, nguyện vọng, triển vọng, khát vọng, tuyệt vọng, phỏng vấn, mô phỏng, phỏng theo, phỏng đoán, bị bỏng, bắp rang, lơ lửng, đọng lại, cô đọng, lắng đọng, ứ đọng,
sửa đổi, chỉnh sửa, sửa chữa, sửa lỗi, sửa lại, bản sửa, sửa bài, thì sửa, tự sửa, sửa mã, sửa sang, cần sửa, sửa cho, được sửa, nửa đêm, một nửa, nửa năm, nửa chừng, hơn nửa, nửa vời, nửa giờ, lửa trại, ngọn lửa, tường lửa, xe lửa, bốc lửa, tên lửa, núi lửa, 
thỏa thuận, thỏa mãn, thoả thuận, thoả mãn, thỏa đáng, thỏa thích, minh họa, họa sĩ, hội họa, đồ họa, tai họa, thảm họa, hiểm họa, đe dọa, dọa nạt, tọa độ, tọa đàm, tọa lạc, đa tọa, tỏa sáng, lan tỏa, phong tỏa, tỏa ra, tỏa nhiệt, cứu hỏa, tàu hỏa, hỏa hoạn, hỏa tiễn, sao hỏa, khỏe mạnh, sức khỏe, mạnh khỏe, khỏe khoắn, khỏi phải, khỏi bị, ra khỏi, tránh khỏi, thoát khỏi, miễn khỏi, khỏi bệnh, khởi tạo,
mềm mại, phần mềm, mềm dẻo, êm đềm, bạn bè, nền tảng, nền kinh, nền móng, màu nền, hình nền, trên nền, làm nền, nền văn, nền dân, hạ nền, đền bù, đền thờ, đền đài, ngôi đền, 
giỏi giang, học giỏi, rất giỏi, giỏi hơn, người giỏi, làm giỏi, tài giỏi, củ tỏi, sỏi đá, 
vỏ bọc, lớp vỏ, vỏ cây, bóc vỏ, vờ như, giả vờ, ngỏ ý, bỏ ngỏ, để ngỏ, nhớ nhung, thỏ con, con thỏ, thờ ơ, bàn thờ, thờ cúng, tôn thờ, nhà thờ, thề nguyền, lời thề, thọ mạng, tuổi thọ, trường thọ, 
bãi cỏ, cây cỏ, đồng cỏ, cỏ dại, cỏ mới, mùi cỏ, cỏ xanh, hoa cỏ, cọ xát, cây cọ, con trỏ, trỏ đến, trỏ tới, trỏ vào, nhà trọ, phòng trọ, ở trọ, quán trọ, 
sờ vào, sờ sờ, cái sọ, hộp sọ, vắng vẻ, rờ rẫm, kề bên, liền kề, cận kề, 
dọn dẹp, thu dọn, gọn gàng, rút gọn, ngắn gọn, ngọn núi, ngọn đèn, ngọn lửa, nhọn hoắt, mũi nhọn, trọn vẹn, trọn gói, lọc ra, bộ lọc,
chỗ nào, thế nào, như thế, làm việc, nhà nước, nhà trường, nhà hàng, nhà ở, ngôi nhà, ở nhà, căn nhà, nhà máy, nhà mình, nhà văn, nhà phát, nhà cung, nhà quản, chủ nhà, cả nhà, nhà nghiên, nhà tôi, nhà thầu,
mà không, mà còn, mà bạn, mà tôi, thế mà, nhưng mà, mà là, để mà, mà thôi, mà có, mà chúng, mà nó, khi mà, nơi mà, mà mình, mà các, trong mà,
trà sữa, uống trà, trà đá, pha trà, bà con, ông bà, bà ngoại, bà nội, đàn bà, bà chủ, bà mẹ, rà soát, rà quét, dò rà, thà rằng, thật thà, đậm đà, đà nẵng, đà lạt, hà nội, gà trống, con gà, thịt gà, cà phê, tại nhà, tháp ngà, quà tặng, món quà,
chìa khóa, trà đạo, chí minh, ý chí, chí phí, báo chí, tạp chí, tiêu chí, chí ít, thậm chí, vị trí, trí tuệ, trí nhớ, giải trí, bố trí, trang trí, tâm trí, tri thức, trí thức, chi phí, phí phạm, lệ phí, học phí, miễn phí, kinh phí, phí tổn, lãng phí, ví dụ, ví như, ví von, cái ví, ví tiền, thí dụ, thí nghiệm, thí sinh, bí mật, bí quyết, bí ẩn, quả bí, bí kíp,
quản lý, quản lí, xử lí, lý do, lí do, lý thuyết, lí thuyết, đại lý, địa lý, tâm lý, pháp lý, vật lý, đạo lý, hợp lý, nguyên lý, lý luận, lý tưởng, ký hiệu, kí hiệu, ký tự, kí tự, đăng ký, đăng kí, nhật ký, chữ ký, ý nghĩa, ý tưởng, ý kiến, ý thức, ý định, chú ý, lưu ý, đồng ý, để ý, theo ý, ý muốn, như ý, ý đồ, ý chí, sơ ý, có ý, ít nhất, ít khi, một ít, ít nhiều, rất ít, ít hơn, ít ai, ít ra, áp dụng, áp lực, áp suất, điện áp, huyết áp, áp đặt, ánh sáng, ánh nắng, ánh mắt, hình ánh, phản ánh, án phí, dự án, đáp án, phương án, đề án, bản án, tòa án, vụ án, kết án,
chính sách, chính xác, chính thức, chính phủ, chính là, chính trị, tài chính, hành chính, chính vì, bản chính, chính quyền, chính mình, điều chỉnh, trích dẫn, chỉ trích, trích đoạn, trích xuất, trách nhiệm, khiển trách, phá hủy, tàn phá, đột phá, khám phá, phá vỡ, phá hoại,
thành phố, thành công, thành viên, hoàn thành, trở thành, thành lập, thành phần, thành ra, tạo thành, hình thành, chia thành, thính giả, thính giác, làm sao, làm cho, việc làm, cách làm, làm gì, làm thế, hành động, thực hành, hành vi, điều hành, vận hành, phát hành, hành trình, ban hành, thi hành, bán hàng, khách hàng, hàng hóa, đơn hàng, cửa hàng, ngân hàng, hàng ngày, hàng đầu, mặt hàng, hàm số, hàm này, hàm băm, tên hàm, trong hàm, gọi hàm, bàn phím, bàn luận, bàn bạc, để bàn, bàn tay, màu sắc, màu xanh, màn hình, dành cho, để dành, dính líu, tài liệu, tài khoản, tài nguyên, tài sản, cài đặt, bài viết, bài học, vào trong, vào đó, đi vào, quá trình, quá nhiều, quá mức, thông qua, các bài, các bạn, quý khách, quý giá, châu á, nam á, đông á, bắc á, cao quý, quí khách`
