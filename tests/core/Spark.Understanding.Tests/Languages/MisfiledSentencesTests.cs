using Spark.Understanding.Languages.Detection;
using Spark.Understanding.Tests.Support;

namespace Spark.Understanding.Tests.Languages;

/// <summary>Sentences under another language's name are found, and none is suspected that stands where it belongs.</summary>
public sealed class MisfiledSentencesTests
{
    public static TheoryData<string> Languages => [.. LanguageSamples.ByLanguage.Keys];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Sentences_are_at_home_in_their_language_and_found_in_every_other(string language)
    {
        var groups = LanguageSamples.ByLanguage[language].Chunk(5).ToList();
        groups.ShouldAllBe(group => MisfiledSentences.Find(group, language) == null);
        foreach (var other in LanguageSamples.ByLanguage.Keys.Where(other => other != language))
        {
            // Of near languages a group may be left undecided, and never be taken for a third one.
            var found = groups.ConvertAll(group => MisfiledSentences.Find(group, other));
            found.ShouldAllBe(tag => tag == null || tag == language);
            found.Count(tag => tag is not null).ShouldBeGreaterThanOrEqualTo(groups.Count - 1, $"{language} under {other}");
        }
    }

    [Fact]
    public void The_examples_of_a_help_desk_are_at_home() =>
        SupportQuestions.All.ShouldAllBe(group => MisfiledSentences.Find(group.Expressions, group.Language) == null);

    [Fact]
    public void Thousands_of_questions_to_a_bank_are_at_home() =>
        CustomerQuestions.Read().Chunk(5).Where(questions => MisfiledSentences.Find(questions, "en") is not null).ShouldBeEmpty();

    [Theory]
    [InlineData("en", "reset wachtwoord", "vpn kapot", "wifi traag")]
    [InlineData("nl", "reset Microsoft Teams password", "Outlook crash", "SharePoint Online sync error", "OneDrive for Business")]
    [InlineData("nl", "ik wil mijn account unlocken", "please reset my password", "kan ik een upgrade krijgen", "mijn laptop crasht")]
    [InlineData("sv", "jag har glömt mitt lösenord", "min skrivare fungerar inte", "jag kan inte logga in")]
    [InlineData("en", "mijn laptop werkt niet meer", "ik kan niet inloggen")]
    public void What_is_short_mixed_few_or_unknown_is_left_alone(string language, params string[] sentences) =>
        MisfiledSentences.Find(sentences, language).ShouldBeNull();

    [Fact]
    public void A_region_and_an_english_word_change_nothing()
    {
        MisfiledSentences.Find(["mijn laptop werkt niet meer", "ik kan niet inloggen op Teams", "hoe reset ik mijn password"], "en-GB").ShouldBe("nl");
        MisfiledSentences.Find(["mijn laptop werkt niet meer", "ik kan niet inloggen op Teams", "hoe reset ik mijn password"], "nl-BE").ShouldBeNull();
    }
}
