package vietnamese

import "testing"

func TestIsSyllable(t *testing.T) {
	yes := "nghiêng hòa hoà thủy thuỷ gì giếng già giữ quốc quý quí quả khuya khuỷu đường người xoong boong Kạn ĐẮK uống ươn yêu iu Hòa HOÀ nghĩa cửa huơ ừ"
	no := "cac hoạ̀t họat nge ghá ka kà cêt đđ hòà foo já tôt bảt quôc giê b qu đ ngh việ tiên3 coa"
	for w := range words(yes) {
		if s := yes[w.start:w.end]; !IsSyllable(s) {
			t.Errorf("%q should be a syllable", s)
		}
	}
	for w := range words(no) {
		if s := no[w.start:w.end]; IsSyllable(s) {
			t.Errorf("%q should not be a syllable", s)
		}
	}
}
