using Spark.Engine.Definitions;
using Spark.Engine.Reading;

namespace Spark.Engine.Tests.Reading;

/// <summary>The bot under <c>bots/it-support</c>: the tutorial must be without a finding.</summary>
public sealed class DemoBotTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "it-support");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_demo_bot_has_nothing_to_mend()
    {
        var result = BotReader.Read(await BotFolder.LoadAsync(Folder, Token), Offers.Some);
        result.Findings.Select(finding => finding.ToString()).ShouldBeEmpty();
        result.Bot.ShouldNotBeNull().Id.ShouldBe("it-support");
    }

    [Fact]
    public async Task Without_plugins_what_they_offer_is_only_warned_of()
    {
        var result = BotReader.Read(await BotFolder.LoadAsync(Folder, Token), Offers.None);
        result.Bot.ShouldNotBeNull().Connections["desk"].Offload.ShouldBeNull();
        result.Findings.Select(finding => finding.Code).ShouldBe([FindingCodes.UnknownVerb, FindingCodes.UnknownVerb, FindingCodes.UnknownVerb, FindingCodes.PluginNotInstalled, FindingCodes.PluginNotInstalled, FindingCodes.PluginNotInstalled]);
        result.Findings.ShouldAllBe(finding => finding.Level == FindingLevel.Warning);
    }

    [Theory]
    [InlineData("talk to a human", "en", "human")]
    [InlineData("Ik wil een medewerker spreken!", "nl", "human")]
    [InlineData("my laptop does not start", "en", "problem")]
    [InlineData("wachtwoord vergeten", "nl", "password")]
    [InlineData("what is the wifi password?", "en", "wifi")]
    [InlineData("can I chat with a colleague?", "en", "live-chat")]
    [InlineData("laat maar", "nl", "never-mind")]
    public async Task What_people_say_is_understood_in_both_languages(string text, string language, string intent)
    {
        var bot = await ReadAsync();
        bot.Intents.Match(text, language, DateTimeOffset.UnixEpoch).ShouldNotBeNull().Intent.ShouldBe(intent);
    }

    [Fact]
    public async Task An_account_that_is_named_is_taken_along()
    {
        var match = (await ReadAsync()).Intents.Match("reset the password of jo@acme.com", "en", DateTimeOffset.UnixEpoch).ShouldNotBeNull();
        match.Intent.ShouldBe("password");
        match.Slots["account"].Text.ShouldBe("jo@acme.com");
    }

    [Fact]
    public async Task Every_action_dialog_answers_where_there_is_no_desk()
    {
        var bot = await ReadAsync();
        bot.Actions["escalate"].Outcomes.ShouldBe(["queued", "closed", "failed"]);
        bot.Dialogs["hand-over"].Steps.OfType<RunStep>().Single(run => run.Action == "escalate").Then.Keys.ShouldBe(["queued", "closed", "failed"], ignoreOrder: true);
    }

    private static async Task<Bot> ReadAsync() => BotReader.Read(await BotFolder.LoadAsync(Folder, Token), Offers.Some).Bot.ShouldNotBeNull();
}
