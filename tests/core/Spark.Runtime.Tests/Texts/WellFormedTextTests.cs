using System.Text.Json;
using Spark.Runtime.Texts;

namespace Spark.Runtime.Tests.Texts;

public sealed class WellFormedTextTests
{
    // No attribute: its strings are stored as UTF-8, which has no lone surrogates.
    [Fact]
    public void Only_what_is_no_text_is_replaced()
    {
        WellFormedText.Clean("plain").ShouldBe("plain");
        WellFormedText.Clean("").ShouldBe("");
        WellFormedText.Clean("a\0b").ShouldBe("a\uFFFDb");
        WellFormedText.Clean("\ud83d\ude00").ShouldBe("\ud83d\ude00");
        WellFormedText.Clean("\ud83d").ShouldBe("\uFFFD");
        WellFormedText.Clean("\ude00\ud83d!").ShouldBe("\uFFFD\uFFFD!");
    }

    [Theory]
    [InlineData("""{"a":"x"}""", """{"a":"x"}""")]
    [InlineData("""{"a\u0000":["\u0000","\u00e9"]}""", """{"a\ufffd":["\ufffd","\u00e9"]}""")]
    [InlineData("""["\ud83d\ude00"]""", """["\ud83d\ude00"]""")]
    [InlineData("""["\uD83D","\ude00\ud83d"]""", """["\ufffd","\ufffd\ufffd"]""")]
    [InlineData("""["\\u0000","\\\u0000"]""", """["\\u0000","\\\ufffd"]""")]
    public void Escapes_in_JSON_are_cleaned_too(string json, string clean)
    {
        using var document = JsonDocument.Parse(json);

        WellFormedText.Clean(document.RootElement).GetRawText().ShouldBe(clean);
    }
}
