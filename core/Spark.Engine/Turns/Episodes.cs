using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Offload;

namespace Spark.Engine.Turns;

/// <summary>Begins episodes, ends them, and moves an open one to another version of the bot.</summary>
internal static class Episodes
{
    private const string Superseded = "superseded";
    private const string TicketOpened = "ticket-opened";

    /// <summary>Begins an episode. It forgets what belonged to the last one; what belongs to the person stays.</summary>
    public static void Begin(Turn turn)
    {
        if (turn.State.IsOpen)
        {
            End(turn, EpisodeOutcome.Abandoned, Superseded);
        }

        turn.State = turn.State with
        {
            Episode = new()
            {
                Number = (turn.State.Episode?.Number ?? 0) + 1,
                Bot = turn.Bot.Id,
                Version = turn.Bot.Version,
                Began = turn.Happened.At,
            },
        };
        Forget(turn);
    }

    /// <summary>Forgets what belonged to the conversation so far; what belongs to the person stays.</summary>
    public static void Forget(Turn turn) => turn.State = turn.State with
    {
        Variables = turn.State.Variables.RemoveRange(turn.State.Variables.Keys.Where(name => !BelongsToPerson(turn.Bot, name))),
        Stack = [],
        Waiting = null,
        Menu = null,
        Handoff = null,
        Intent = null,
        Score = null,
        Misses = 0,
        Silence = null,
        Dialog = null,
        PreviousDialog = null,
        Heard = 0,
        Contexts = [],
        Changed = [],
        ChangedVariable = null,
    };

    /// <summary>Ends the open episode, and with it all that is under way.</summary>
    public static void End(Turn turn, EpisodeOutcome outcome, string? reason, EpisodeType? type = null)
    {
        if (turn.State is { IsOpen: true, Episode: { } episode })
        {
            // A ticket stays a ticket, however the talk ends that goes on after it.
            var ended = episode.Outcome == EpisodeOutcome.Escalated
                ? episode with { Ended = turn.Happened.At, Type = type ?? episode.Type }
                : episode with { Ended = turn.Happened.At, Outcome = outcome, Reason = reason, Type = type ?? episode.Type };
            turn.Closed.Add(ended);
            turn.State = turn.State with { Episode = ended, Stack = [], Waiting = null, Changed = [] };
            return;
        }

        turn.State = turn.State with { Stack = [], Waiting = null, Changed = [] };
    }

    /// <summary>
    /// Notes the ticket that a provider has opened or found. An opened one is the episode's outcome, also when it is told so late that the
    /// episode has ended.
    /// </summary>
    public static void NoteTicket(Turn turn, OffloadDecision decision)
    {
        if (turn.State.Episode is not { } episode || decision is not { Ticket: { } ticket, Result: OffloadResult.Created or OffloadResult.Exists })
        {
            return;
        }

        episode = episode with { Ticket = ticket.Number, TicketUrl = ticket.Url, Category = decision.Category ?? episode.Category };
        turn.State = turn.State with
        {
            Episode = decision.Result == OffloadResult.Created
                ? episode with { Outcome = EpisodeOutcome.Escalated, Reason = TicketOpened, Type = episode.Type ?? EpisodeType.Incident }
                : episode,
        };
    }

    /// <summary>
    /// Pins an open episode to the turn's bot when its own version is gone. The steps under way are left, because their indexes mean
    /// something else there; a handover that is leaving is still awaited.
    /// </summary>
    public static void Repin(Turn turn)
    {
        var (state, bot) = (turn.State, turn.Bot);
        if (state is not { IsOpen: true, Episode: { } episode } || (Same(episode.Bot, bot.Id) && Same(episode.Version, bot.Version)))
        {
            return;
        }

        var waiting = state.Waiting as WaitingForEffect;
        var isLeaving = state.Owner == Owner.Queued && waiting is { IsHandover: true };
        turn.State = state with
        {
            Episode = episode with { Bot = bot.Id, Version = bot.Version },
            Stack = [],
            Waiting = isLeaving ? waiting : null,
            Menu = null,
        };
        if (!isLeaving && waiting?.Farewell is { } farewell)
        {
            turn.Add(farewell);
        }
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);

    private static bool BelongsToPerson(Bot bot, string variable) =>
        bot.Variables.TryGetValue(variable, out var definition) && definition.Scope == VariableScope.Person;
}
