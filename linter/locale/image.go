package locale

// image is about the rules of images.
var image = map[string]string{
	// broken-feature-image, broken-image
	"feature image %q is not there":                                            "không có ảnh bìa %q",
	"feature image %q is there only as %q":                                     "ảnh bìa %q chỉ có ở dạng %q",
	"feature image that is not there":                                          "ảnh bìa không tồn tại",
	"readers see a broken image":                                               "người đọc thấy ô ảnh hỏng",
	"the post is shown without one; looked for in %s":                          "bài viết hiện ra không có ảnh; đã tìm trong %s",
	"image %q is not there":                                                    "không có ảnh %q",
	"image %q is there only as %q":                                             "ảnh %q chỉ có ở dạng %q",
	"image in the text that is not there":                                      "ảnh trong bài không tồn tại",
	"it works where letter case does not matter, and breaks on the web server": "chạy được ở nơi không phân biệt chữ hoa/thường, nhưng hỏng trên máy chủ web",
	"%q has a blank, and what is around it is no image to Hugo":                "%q có dấu cách nên Hugo không coi đây là ảnh",
	"Put it between < and >":                                                   "Đặt giữa < và >",
	"readers see the Markdown instead of the image":                            "người đọc thấy mã Markdown thay vì ảnh",

	// missing-alt-text
	"image %q has no alternative text":                                         "ảnh %q không có văn bản thay thế",
	"image without alternative text":                                           "ảnh không có văn bản thay thế",
	"who cannot see it is told the file's name, or nothing; say what it shows": "ai không nhìn được ảnh chỉ nghe tên tệp, hoặc không nghe gì; cần nói ảnh cho thấy điều gì",

	// missing-feature-image
	"lists and shared links show it without one; set %q": "trang danh sách và liên kết được chia sẻ hiện bài này không có ảnh; đặt %q",
	"post without a feature image":                       "bài viết không có ảnh bìa",
	"the post has no feature image":                      "bài viết không có ảnh bìa",

	// oversized-image
	"The greatest size of an image file, in bytes. 0 allows any.": "Cỡ lớn nhất của tệp ảnh, tính bằng byte. 0 là không giới hạn.",
	"The greatest width of an image, in pixels. 0 allows any.":    "Bề rộng lớn nhất của ảnh, tính bằng pixel. 0 là không giới hạn.",
	"image %q has %s":                      "ảnh %q nặng %s",
	"image %q is %d pixels wide":           "ảnh %q rộng %d pixel",
	"image that is larger than any screen": "ảnh lớn hơn mọi màn hình",
	"readers load all of it on whatever screen they have; expected at most %d pixels": "người đọc phải tải cả ảnh dù dùng màn hình nào; cần tối đa %d pixel",
	"readers wait for it, and pay for it on the road; expected at most %s":            "người đọc phải chờ, đi đường còn tốn tiền mạng; cần tối đa %s",

	// remote-feature-image
	"feature image on another site": "ảnh bìa nằm trên site khác",
	"it is neither resized nor kept: it is gone when that site moves it, and that site sees every reader": "ảnh không được đổi cỡ cũng không được giữ lại: site kia dời đi là mất, và site đó biết từng người đọc",
	"the feature image is on another site: %q":                                                            "ảnh bìa nằm trên site khác: %q",

	// undecodable-image
	"%q holds %s, not %s":                     "%q chứa %s, không phải %s",
	"%q is an empty file":                     "%q là tệp rỗng",
	"%q is cut off in its header":             "%q bị cụt ngay ở phần đầu",
	"%q is no image that can be read":         "%q không phải ảnh đọc được",
	"browsers do not show it under this name": "với tên này trình duyệt không hiện ảnh",
	"browsers guess what it is; a theme that resizes it, or the next tool, may not": "trình duyệt đoán ra được; theme đổi cỡ ảnh, hoặc công cụ sau đó, chưa chắc",
	"image that is damaged, or not what its name says":                              "ảnh hỏng, hoặc không đúng như tên gọi",
	"readers see a broken image, and a theme that resizes it cannot be built":       "người đọc thấy ô ảnh hỏng, và theme đổi cỡ ảnh thì không build được",

	// undersized-feature-image
	"The least width of a feature image, in pixels. Previews in social networks take 1200.": "Bề rộng nhỏ nhất của ảnh bìa, tính bằng pixel. Ảnh xem trước trên mạng xã hội cần 1200.",
	"feature image %q is %d pixels wide":                                                    "ảnh bìa %q rộng %d pixel",
	"feature image with too few pixels":                                                     "ảnh bìa có quá ít pixel",
	"it is blurred or left out where the post is shared; expected at least %d":              "ảnh bị mờ hoặc bị bỏ khi bài viết được chia sẻ; cần ít nhất %d",
}
