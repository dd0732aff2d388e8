using Spark.Testing.Suites;
using Spark.Testing.Tests.Support;

namespace Spark.Testing.Tests.Suites;

/// <summary>What a line of a test means by a word with a dot: a key of the bot, a key mistyped, or what the bot says.</summary>
public sealed class TextKeysTests
{
    private static readonly TextKeys Keys = new(SmallBot.Bot.Bot);

    [Theory]
    [InlineData("main.hello")]
    [InlineData("main.name.invalid")]
    [InlineData("main.name.invalid.2")]
    [InlineData("main.fine")]
    public void A_dialog_and_its_step_are_a_key_with_or_without_a_part(string key) => Keys.Has(key).ShouldBeTrue();

    [Theory]
    [InlineData("main")]
    [InlineData("main.")]
    [InlineData("main.hell")]
    [InlineData("main.hello-again")]
    [InlineData("other.hello")]
    [InlineData(".hello")]
    [InlineData("Main.hello")]
    public void Anything_else_is_none(string key) => Keys.Has(key).ShouldBeFalse();

    [Theory]
    [InlineData("main.helo", true)]
    [InlineData("mian.hello", true)]
    [InlineData("main.Hello", true)]
    [InlineData("main.hello_again", true)]
    [InlineData("Fine.", false)]
    [InlineData("main.", false)]
    [InlineData("Call 4200.", false)]
    [InlineData("main.hello is a key", false)]
    [InlineData("Hello", false)]
    [InlineData("3.5", false)]
    public void What_is_written_as_keys_are_was_meant_as_one(string text, bool isMeant) => Keys.LooksLike(text).ShouldBe(isMeant);

    [Theory]
    [InlineData("main.name.invald", "main.name.invalid")]
    [InlineData("main.name.invalid", null)]
    [InlineData("main.name.title", null)]
    [InlineData("main.name.2", null)]
    public void A_part_that_is_nearly_another_was_meant_as_that(string key, string? meant) => Keys.FindMeant(key).ShouldBe(meant);

    [Fact]
    public void A_mistyped_key_is_compared_with_those_of_all_steps() => Keys.All.Where(key => key.StartsWith("main.", StringComparison.Ordinal)).ShouldBe(["main.hello", "main.name", "main.fine", "main.sorry"], ignoreOrder: true);
}
