using System.Collections.Concurrent;
using Spark.Channels;
using Spark.Cockpit.Insights;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Reading;
using Spark.Messages;
using Spark.Plugins;
using Spark.Runtime;
using Spark.Runtime.Bots;
using Spark.Runtime.Recording;
using Spark.Testing.Replaying;

namespace Spark.Host.Studio;

/// <summary>Replays records for statistics. A version is compiled once for all of its conversations.</summary>
internal sealed class ConversationInsight(PluginHost plugins, ReplaySeals seals) : IConversationInsight
{
    private const int MostKept = 32;

    private readonly ConcurrentDictionary<string, Bot?> compiled = new(StringComparer.Ordinal);

    public IReadOnlyList<InsightTurn> Look(ConversationRecord record)
    {
        var trace = new ReplayTrace();
        ReplayedConversation replayed;
        try
        {
            replayed = RecordReplay.Run(record, new RecordedBots(record, new Kept(this, record)), seals, trace);
        }
        catch (OperatorException)
        {
            // Something was said in confidence under a key that this host does not have any more: nothing can be told of this conversation.
            return [];
        }

        return
        [
            .. replayed.Turns.Where(turn => turn.Bot is not null).Select(turn => new InsightTurn(
                turn.Event.At,
                turn.After.Episode?.Number ?? 0,
                turn.Bot!.Id,
                turn.After.Language,
                turn.After.Owner,
                Said(turn.Event),
                trace.IntentsOf(turn.Sequence),
                Dialogs(trace.StepsOf(turn.Sequence)))),
        ];
    }

    // What was pressed was offered: only a sentence of somebody's own says what the bot lacks.
    private static string? Said(ConversationEvent happened) =>
        happened is InboundReceived { Inbound: MessageReceived { ChoiceToken: null } message }
        && string.Join('\n', message.Parts.OfType<TextPart>().Select(part => part.Text)).Trim() is { Length: > 0 } text
            ? text
            : null;

    private static List<string> Dialogs(IReadOnlyList<Frame> steps)
    {
        var dialogs = new List<string>();
        foreach (var step in steps.Where(step => !step.IsAction))
        {
            if (dialogs.Count == 0 || !string.Equals(dialogs[^1], step.Id, StringComparison.Ordinal))
            {
                dialogs.Add(step.Id);
            }
        }

        return dialogs;
    }

    private Bot? Compile(RecordedVersion version)
    {
        if (compiled.Count > MostKept)
        {
            compiled.Clear();
        }

        return compiled.GetOrAdd(version.Version, static (_, it) => BotReader.Read(it.Source, it.Offers).Bot, (version.Source, plugins.Catalog.Offers));
    }

    private sealed class Kept(ConversationInsight insight, ConversationRecord record) : IBotCompiler
    {
        public Bot? Compile(BotSource source) => insight.Compile(record.Versions.First(version => ReferenceEquals(version.Source, source)));
    }
}
