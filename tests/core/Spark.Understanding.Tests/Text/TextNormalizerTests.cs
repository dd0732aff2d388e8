using Spark.Understanding.Text;

namespace Spark.Understanding.Tests.Text;

public sealed class TextNormalizerTests
{
    [Theory]
    [InlineData("I am locked out!", "i am locked out")]
    [InlineData("  I   AM\tlocked\r\nout ", "i am locked out")]
    [InlineData("I can’t log in", "i cant log in")]
    [InlineData("I can't log in", "i cant log in")]
    [InlineData("log‑in — now", "log in now")]
    [InlineData("Één café, crème brûlée", "een cafe creme brulee")]
    [InlineData("STRASSE straße", "strasse strasse")]
    [InlineData("Ｆｕｌｌ　ｗｉｄｔｈ １２", "full width 12")]
    [InlineData("ﬁne", "fine")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("soft\u00ADhyphen zero\u200Bwidth", "softhyphen zerowidth")]
    [InlineData("👍🏽 great", "👍 great")]
    [InlineData("2️⃣", "2")]
    [InlineData("C++", "c + +")]
    [InlineData("?!…", "")]
    [InlineData("", "")]
    public void Writings_of_the_same_words_have_one_form(string text, string normal) =>
        TextNormalizer.Normalize(text).ShouldBe(normal);

    [Fact]
    public void A_mark_that_makes_another_letter_stays()
    {
        TextNormalizer.Normalize("МОЙ").ShouldBe("мой");
        TextNormalizer.Normalize("ガ").ShouldBe("ガ");
        TextNormalizer.Normalize("สวัสดี").ShouldBe("สวัสดี");
    }

    [Fact]
    public void A_text_beyond_the_limit_has_no_form()
    {
        TextNormalizer.Normalize(new string('a', TextNormalizer.MaximumLength)).Length.ShouldBe(TextNormalizer.MaximumLength);
        TextNormalizer.Normalize(new string('a', TextNormalizer.MaximumLength + 1)).ShouldBeEmpty();
    }

    [Fact]
    public void Half_a_surrogate_pair_is_a_gap() => TextNormalizer.Normalize("a\uD83Db").ShouldBe("a b");

    [Fact]
    public void Normalising_twice_changes_nothing_for_any_character()
    {
        // All scripts in daily use, the letters of mathematics, emojis, compatibility ideographs, tags.
        int[] codes = [.. Enumerable.Range(0, 0x10000), .. Enumerable.Range(0x1D400, 0x2C00), .. Enumerable.Range(0x2F800, 0x220), .. Enumerable.Range(0xE0000, 0x200)];
        foreach (int code in codes)
        {
            string character = code > char.MaxValue ? char.ConvertFromUtf32(code) : ((char)code).ToString();
            string once = TextNormalizer.Normalize($"a{character}b {character}");
            if (TextNormalizer.Normalize(once) != once)
            {
                Assert.Fail($"U+{code:X4} becomes '{once}', and that '{TextNormalizer.Normalize(once)}'.");
            }
        }
    }
}
