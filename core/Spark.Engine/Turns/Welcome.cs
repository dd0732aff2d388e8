using Spark.Channels;
using Spark.Engine.Conversations;

namespace Spark.Engine.Turns;

/// <summary>
/// The first words of a bot whose channel tells of one beginning in several events, and of the same one again whenever it likes: they are
/// said once, until the person has left. Remembered in the conversation, so that it holds for as long as the conversation is there.
/// </summary>
internal static class Welcome
{
    /// <summary>True when the beginning was taken already: then it is none.</summary>
    public static bool IsRepeated(Turn turn, ConversationStarted started) => started.Once && turn.Before.IsWelcomed;

    /// <summary>Takes a beginning.</summary>
    public static void Take(Turn turn, ConversationStarted started)
    {
        if (started.Once)
        {
            turn.State = turn.State with { IsWelcomed = true };
        }
    }

    /// <summary>The person has left: what the bot had under way is over.</summary>
    public static void End(Turn turn)
    {
        turn.State = turn.State with { IsWelcomed = false };
        if (turn.State.Owner == Owner.Bot)
        {
            Episodes.End(turn, EpisodeOutcome.Abandoned, "left");
            turn.State = turn.State with { Deferred = [], Menu = null };
        }
    }
}
