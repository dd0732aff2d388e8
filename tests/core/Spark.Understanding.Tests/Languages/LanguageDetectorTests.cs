using Spark.Understanding.Languages.Detection;

namespace Spark.Understanding.Tests.Languages;

public sealed class LanguageDetectorTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, IReadOnlyList<string>> NoExamples = [];

    private static readonly LanguageDetector Detector = LanguageDetector.Build([.. LanguageSamples.ByLanguage.Keys], NoExamples);

    [Fact]
    public void Of_sentences_of_five_words_ninety_seven_in_a_hundred_are_told_apart()
    {
        var samples = LanguageSamples.ByLanguage.SelectMany(language => language.Value.Select(text => (Language: language.Key, Text: text))).ToList();
        samples.ShouldAllBe(sample => sample.Text.Split(' ').Length >= 5);
        var wrong = samples.Where(sample => Detector.Detect(sample.Text)?.Language != sample.Language).ToList();
        foreach (var (language, text) in wrong)
        {
            output.WriteLine($"{language}: {text} taken for {Detector.Detect(text)}");
        }

        output.WriteLine($"{samples.Count - wrong.Count} of {samples.Count}");
        ((double)(samples.Count - wrong.Count) / samples.Count).ShouldBeGreaterThanOrEqualTo(0.97);
    }

    [Theory]
    [InlineData("bonjour, où est ma commande?", "fr")]
    [InlineData("WAAR IS MIJN PAKJE???", "nl")]
    [InlineData("wann kommt mein paket", "de")]
    public void Capitals_and_missing_accents_do_not_matter(string text, string expected) =>
        Detector.Detect(text).ShouldNotBeNull().Language.ShouldBe(expected);

    [Fact]
    public void Only_the_bots_languages_are_chosen_and_named_as_the_bot_names_them()
    {
        var detector = LanguageDetector.Build(["en-GB", "nl-BE"], NoExamples);
        detector.Languages.ShouldBe(["en-GB", "nl-BE"]);
        detector.Detect("mijn laptop werkt niet meer").ShouldNotBeNull().Language.ShouldBe("nl-BE");
        detector.Detect("wann kommt mein paket").ShouldNotBeNull().Language.ShouldBeOneOf("en-GB", "nl-BE");
    }

    [Fact]
    public void A_language_without_words_of_ours_is_learned_from_the_bots_examples()
    {
        var detector = LanguageDetector.Build(
            ["en", "sv"],
            new Dictionary<string, IReadOnlyList<string>> { ["sv"] = ["jag har glömt mitt lösenord", "min skrivare fungerar inte", "jag kan inte logga in"] });
        detector.Detect("jag kan inte skriva ut").ShouldNotBeNull().Language.ShouldBe("sv");
        detector.Detect("I cannot print").ShouldNotBeNull().Language.ShouldBe("en");
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345 !!!")]
    [InlineData("漢字かな")]
    public void A_text_that_tells_nothing_has_no_language(string text) => Detector.Detect(text).ShouldBeNull();
}
