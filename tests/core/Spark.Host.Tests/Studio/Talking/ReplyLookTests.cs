using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Spark.Cockpit.Studio.Talking;
using Spark.Engine.Reading;
using Spark.Host.Studio.Talking;
using Spark.Plugins;
using Spark.Plugins.Catalog;
using Spark.Testing.Hosts;
using Spark.Testing.Talking;

namespace Spark.Host.Tests.Studio.Talking;

public sealed class ReplyLookTests
{
    private static readonly BotSource Source = new("menu", new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bot.yaml"] = "spark: 1\nbot: menu\nlanguages: [en]\nevents: { started: main }\n",
        ["dialogs/main.yaml"] =
            "dialog: main\nsteps:\n  - id: ask\n    say: Which one?\n    buttons:\n      red: { title: Red, goto: main }\n      blue: { title: Blue, goto: main }\n",
    });

    private readonly ChannelPreviews previews =
        new PluginHost(Options.Create(new PluginOptions()), TimeProvider.System, NullLoggerFactory.Instance, _ => throw new NotSupportedException()).Previews;

    [Fact]
    public async Task A_channel_that_does_not_tell_is_shown_by_what_it_declares()
    {
        var buttons = await ShowAsync(new());
        buttons.Parts.Select(part => part.Kind).ShouldBe(["text", "choices"]);
        buttons.Payload.ShouldBeNull();
        buttons.Remarks.ShouldHaveSingleItem().ShouldContain("does not tell");

        (await ShowAsync(new() { Choices = 0 })).Parts.Single().Text.ShouldBe("Which one?\n1. Red\n2. Blue");
        (await ShowAsync(new() { ChoiceLength = 3 })).Parts.Single().Text.ShouldBe("Which one?\n1. Red\n2. Blue");
        (await ShowAsync(new() { TextLength = 5 })).Remarks.ShouldContain(remark => remark.Contains("longer than the 5 characters"));
    }

    private async Task<StudioShown> ShowAsync(ChannelProfile profile)
    {
        var read = BotReader.Read(Source, new InstalledOffers());
        var bot = read.Bot ?? throw new InvalidOperationException(string.Join('\n', read.Findings));
        var talk = TalkReader.Read(bot, new(null, null, null, []));
        var played = await TalkStage.PlayAsync(new TestBot(bot, Source), talk, TalkLimits.Default, TestContext.Current.CancellationToken);
        var shown = await new ReplyLook(previews, new("pigeons", "Pigeons", profile, CanShow: false)).ShowAsync(played, TestContext.Current.CancellationToken);
        return shown.Values.ShouldHaveSingleItem().ShouldHaveSingleItem();
    }
}
