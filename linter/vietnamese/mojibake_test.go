package vietnamese

import "testing"

func TestFindMojibakeSeed(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Báº£ng tá»•ng há»£p cÃ¡c thuáºt ngá»¯ tham kháº£o", "Bảng tổng hợp các thuật ngữ tham khảo"},
		{"quáº£n lÃ½ sáº£n pháº©m", "quản lý sản phẩm"},
		{"thuáºt ngá»¯", "thuật ngữ"},
		{"by Chat GPT ðŸ˜‰", "by Chat GPT 😉"},
	} {
		found := FindMojibake(c.in)
		for _, d := range found {
			if !d.Certain {
				t.Errorf("%q: %+v is not certain", c.in, d)
			}
		}
		if got := Repair(c.in, found, false); got != c.want {
			t.Errorf("%q gave %q, want %q: %+v", c.in, got, c.want, found)
		}
	}
}
