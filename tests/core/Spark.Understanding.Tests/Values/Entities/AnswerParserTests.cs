using Spark.Understanding.Tests.Support;
using Spark.Understanding.Values;

namespace Spark.Understanding.Tests.Values.Entities;

/// <summary>Answers in the languages whose words only the recognizers of entities have. The clock stands on Wednesday 7 October 2026, 14:30 in Amsterdam.</summary>
public sealed class AnswerParserTests
{
    [Theory]
    [InlineData("number", "de", "ungefähr einundzwanzig", "21")]
    [InlineData("number", "fr", "quatre-vingt-dix", "90")]
    [InlineData("number", "es", "unos 1.234,5 euros", "1234.5")]
    [InlineData("integer", "it", "ventitré", "23")]
    [InlineData("integer", "pt", "vinte e um", "21")]
    [InlineData("yesno", "de", "Ja, gerne", "true")]
    [InlineData("yesno", "fr", "non merci", "false")]
    [InlineData("yesno", "es", "sí", "true")]
    [InlineData("date", "de", "am 5. Mai", "2027-05-05")]
    [InlineData("date", "de", "Mittwoch", "2026-10-14")]
    [InlineData("date", "fr", "je pars demain", "2026-10-08")]
    [InlineData("date", "es", "el próximo viernes", "2026-10-16")]
    [InlineData("date", "it", "tra tre giorni", "2026-10-10")]
    [InlineData("date", "pt", "25/12/2026", "2026-12-25")]
    [InlineData("time", "de", "um halb vier", "03:30")]
    [InlineData("time", "fr", "à 15h30", "15:30")]
    [InlineData("time", "es", "a las siete y media de la tarde", "19:30")]
    [InlineData("date-time", "de", "morgen um 10 Uhr", "2026-10-08T10:00:00+02:00")]
    [InlineData("date-time", "fr", "demain à 10h", "2026-10-08T10:00:00+02:00")]
    [InlineData("date-time", "it", "alle 9:00", "2026-10-08T09:00:00+02:00")]
    [InlineData("duration", "de", "zwei Stunden und 30 Minuten", "PT2H30M")]
    [InlineData("duration", "pt", "duas semanas", "P14D")]
    [InlineData("duration", "es", "una hora y media", "PT1H30M")]
    public void An_answer_is_read_in_its_language(string type, string language, string text, string value) => Answer.Show(type, text, language).ShouldBe(value);

    [Theory]
    [InlineData("number", "de", "5 oder 6")]
    [InlineData("integer", "fr", "5,5")]
    [InlineData("date", "es", "lunes o martes")]
    [InlineData("date", "de", "30. Februar")]
    [InlineData("date-time", "de", "morgen")]
    [InlineData("duration", "fr", "2 jours ou 3 jours")]
    [InlineData("yesno", "es", "mi impresora ya no imprime desde ayer por la tarde")]
    public void What_is_not_one_value_is_none(string type, string language, string text) => Answer.Read(type, text, language).ShouldBeNull();

    [Fact]
    public void The_preference_chooses_between_the_past_and_the_future()
    {
        ValueContext german = Answer.English with { Language = "de" };
        Answer.Read("date", "am 5. Mai", german with { Prefer = MomentPreference.Past }).ToString().ShouldBe("2026-05-05");
        Answer.Read("date-time", "um 15:00", german with { Prefer = MomentPreference.Past }).ToString().ShouldBe("2026-10-06T15:00:00+02:00");
    }

    [Fact]
    public void Bounds_hold_in_every_language()
    {
        ValueContext french = Answer.English with { Language = "fr", Max = 10 };
        Answer.Read("number", "onze", french).ShouldBeNull();
        Answer.Read("duration", "onze secondes", french).ShouldBeNull();
    }

    [Fact]
    public void A_slot_holds_the_value_alone()
    {
        ValueContext slot = Answer.English with { Language = "de", MayBeEmbedded = false };
        Answer.Read("number", "fünf", slot).ShouldNotBeNull();
        Answer.Read("number", "fünf Hunde", slot).ShouldBeNull();
    }
}
