using Spark.Runtime.Files;

namespace Spark.Runtime.Tests.Files;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("shot.png", "shot.png")]
    [InlineData("Überstunden März.PNG", "Überstunden März.PNG")]
    [InlineData("../../etc/passwd", "passwd.png")]
    [InlineData("C:\\Users\\jo\\shot.png", "shot.png")]
    [InlineData("a\0b\r\nc.png", "abc.png")]
    [InlineData("gpj.\u202Eexe.png", "gpj.exe.png")]
    [InlineData("page.html", "page.html.png")]
    [InlineData("a\"<b>|?*.png", "a__b____.png")]
    [InlineData("con.png", "_con.png")]
    [InlineData(" . ", "file.png")]
    [InlineData("", "file.png")]
    [InlineData(".png", "png.png")]
    [InlineData("..", "file.png")]
    public void A_name_of_a_picture_can_be_shown_and_saved_anywhere(string name, string expected) =>
        FileNames.Clean(name, "image/png").ShouldBe(expected);

    [Theory]
    [InlineData("run.bat", "text/plain", "run.bat.txt")]
    [InlineData("trace.log", "text/plain", "trace.log")]
    [InlineData("drawing.drw", "application/octet-stream", "drawing.drw")]
    public void The_ending_is_true_where_the_type_is_known(string name, string type, string expected) =>
        FileNames.Clean(name, type).ShouldBe(expected);

    [Fact]
    public void A_long_name_keeps_its_ending_and_whole_characters()
    {
        var name = FileNames.Clean(string.Concat(Enumerable.Repeat("😀", 200)) + ".png", "image/png");
        name.Length.ShouldBeLessThanOrEqualTo(120);
        name.ShouldEndWith("😀.png");
    }
}
