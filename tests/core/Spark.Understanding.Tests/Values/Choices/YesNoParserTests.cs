using Spark.Understanding.Tests.Support;

namespace Spark.Understanding.Tests.Values.Choices;

public sealed class YesNoParserTests
{
    [Theory]
    [InlineData("yes", "en")]
    [InlineData("Yep!", "en")]
    [InlineData("sure", "en")]
    [InlineData("ok, go ahead", "en")]
    [InlineData("yes please, unlock it", "en")]
    [InlineData("I think so", "en")]
    [InlineData("that's right", "en")]
    [InlineData("no problem", "en")]
    [InlineData("👍🏿", "en")]
    [InlineData("ja", "nl")]
    [InlineData("Jawel hoor", "nl")]
    [InlineData("prima", "nl")]
    [InlineData("ja graag", "nl")]
    [InlineData("doe maar", "nl")]
    [InlineData("yes", "nl")]
    [InlineData("dat klopt", "nl")]
    [InlineData("yes", "fr")]
    public void Agreement_is_yes(string text, string language) => Answer.Read("yesno", text, language)!.Value.Boolean.ShouldBeTrue();

    [Theory]
    [InlineData("no", "en")]
    [InlineData("no thanks", "en")]
    [InlineData("Nope.", "en")]
    [InlineData("not really", "en")]
    [InlineData("I don't think so", "en")]
    [InlineData("no, I said the fourth", "en")]
    [InlineData("no I don't", "en")]
    [InlineData("that's all", "en")]
    [InlineData("nee", "nl")]
    [InlineData("nee dank je", "nl")]
    [InlineData("liever niet", "nl")]
    [InlineData("dat klopt niet", "nl")]
    [InlineData("nee, dat was het", "nl")]
    public void Refusal_is_no(string text, string language) => Answer.Read("yesno", text, language)!.Value.Boolean.ShouldBeFalse();

    [Theory]
    [InlineData("no idea", "en")]
    [InlineData("yes and no", "en")]
    [InlineData("yes no", "en")]
    [InlineData("my laptop is broken", "en")]
    [InlineData("ok, my laptop is broken", "en")]
    [InlineData("there is no sound on my laptop", "en")]
    [InlineData("I am not sure", "en")]
    [InlineData("talk to a human", "en")]
    [InlineData("jo@acme.com", "en")]
    [InlineData("?", "en")]
    [InlineData("ik heb geen idee", "nl")]
    [InlineData("goed dat je het vraagt", "nl")]
    [InlineData("ja nee", "nl")]
    [InlineData("mijn laptop doet het niet", "nl")]
    public void An_unrelated_sentence_is_neither(string text, string language) => Answer.Read("yesno", text, language).ShouldBeNull();
}
