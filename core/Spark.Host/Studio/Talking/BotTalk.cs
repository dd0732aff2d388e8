using Spark.Cockpit.Studio.Talking;
using Spark.Engine.Definitions;
using Spark.Engine.Reading;
using Spark.Plugins;
using Spark.Plugins.Catalog;
using Spark.Runtime;
using Spark.Testing.Hosts;
using Spark.Testing.Playing;
using Spark.Testing.Suites;
using Spark.Testing.Talking;
using Spark.Testing.Writing;

namespace Spark.Host.Studio.Talking;

/// <summary>Conversations that designers try, played as tests are, against the plugins of this host.</summary>
internal sealed class BotTalk(PluginHost plugins) : IBotTalk
{
    private const string Code = "SPK14004";

    public IReadOnlyList<StudioChannel> Channels => [.. plugins.Previews.Channels.Select(channel => new StudioChannel(channel.Id, channel.Name, channel.CanShow))];

    public async ValueTask<StudioTalk> PlayAsync(BotSource source, StudioScript script, CancellationToken cancellationToken)
    {
        var reading = BotReader.Read(source, plugins.Catalog.Offers);
        if (reading.Bot is not { } bot)
        {
            return StudioTalk.Of(reading.Findings);
        }

        var previews = plugins.Previews;
        var sight = Sight(previews, script);
        var played = await PlayAsync(bot, source, script, cancellationToken);
        return new TalkView(bot, played, sight is null ? null : await new ReplyLook(previews, sight).ShowAsync(played, cancellationToken)).Show();
    }

    public async ValueTask<StudioTestDraft> WriteTestAsync(BotSource source, StudioScript script, StudioTestOrder order, CancellationToken cancellationToken)
    {
        var path = $"tests/{order.File}{SuiteFile.Extension}";
        if (order.File != RecordedTest.SuiteOf(order.File) || order.File.Length > 80)
        {
            throw new OperatorException(Code, $"'{order.File}' is no name of a test's file: use lower-case words joined by hyphens, such as '{RecordedTest.SuiteOf(order.File)}'.");
        }

        if (source.Files.ContainsKey(path))
        {
            throw new OperatorException(Code, $"There is a file '{path}' already. Choose another name, or take that file out of the draft first.");
        }

        if (string.IsNullOrWhiteSpace(order.Title))
        {
            throw new OperatorException(Code, "The test needs a sentence that says what it shows.");
        }

        var reading = BotReader.Read(source, plugins.Catalog.Offers);
        if (reading.Bot is not { } bot)
        {
            return new(path, "", reading.Findings, null);
        }

        _ = Sight(plugins.Previews, script);
        var played = await PlayAsync(bot, source, script, cancellationToken);
        if (played.Waits is { } waits)
        {
            throw new OperatorException(Code, $"The conversation stands still: nobody has said yet what '{waits.Name}' answers. Say it, then save the test.");
        }

        if (played.Turns.Count == 0 || (played.Arrivals.Count == 0 && played.Heard.Count == 0))
        {
            throw new OperatorException(Code, "Nothing has been said yet, which makes no test.");
        }

        var text = new TalkTest(bot, played).Write(order.File, order.Title.Trim(), Expect(order, bot, played));
        var suites = SuiteReader.Read(bot, [new(path, text)]);
        var test = suites.Suites.SelectMany(suite => suite.Tests).SingleOrDefault();
        return new(
            path, text, suites.Findings, test is null ? null : BotStudio.View(await TestStage.PlayAsync(new(bot, source), test, Hardship.None, cancellationToken)));
    }

    private static ChannelSight? Sight(ChannelPreviews previews, StudioScript script) => script.Channel is not { } channel ? null
        : previews.Channels.FirstOrDefault(known => string.Equals(known.Id, channel, StringComparison.Ordinal))
            ?? throw new OperatorException(Code, $"No plugin that runs here offers a channel '{channel}'.");

    private static Task<PlayedTalk> PlayAsync(Bot bot, BotSource source, StudioScript script, CancellationToken cancellationToken) =>
        TalkStage.PlayAsync(new TestBot(bot, source), TalkReader.Read(bot, script), TalkLimits.Default, cancellationToken);

    private static Expectation Expect(StudioTestOrder order, Bot bot, PlayedTalk played)
    {
        var names = order.Variables ?? [];
        if (names.FirstOrDefault(name => !bot.Variables.ContainsKey(name)) is { } unknown)
        {
            throw new OperatorException(Code, $"The bot has no variable '{unknown}'.");
        }

        return new()
        {
            Ended = order.Ended ? ExpectationCheck.HowItEnded(played.State) : null,
            Variables = [.. names.Select(name => KeyValuePair.Create(name, ExpectationCheck.Find(played.State, name)))],
            Calls = order.Calls ? [.. played.Given.CountBy(answer => answer.Name).Select(call => KeyValuePair.Create(call.Key, call.Value))] : [],
        };
    }
}
