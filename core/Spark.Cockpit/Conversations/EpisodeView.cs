using Spark.Engine.Conversations;

namespace Spark.Cockpit.Conversations;

/// <summary>An episode, with its state in words.</summary>
/// <param name="Number">Its number in the conversation.</param>
/// <param name="State"><c>inProgress</c>, or <c>completed</c>: it has ended, or a ticket was opened.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why it ended so.</param>
/// <param name="Type">What it was about.</param>
/// <param name="Category">The category of the issue, as it was then.</param>
/// <param name="Ticket">The ticket's number.</param>
/// <param name="TicketUrl">Where the ticket can be seen.</param>
/// <param name="Began">When it began.</param>
/// <param name="Ended">When it ended.</param>
internal sealed record EpisodeView(
    int Number,
    string State,
    EpisodeOutcome? Outcome,
    string? Reason,
    EpisodeType? Type,
    string? Category,
    string? Ticket,
    Uri? TicketUrl,
    DateTimeOffset Began,
    DateTimeOffset? Ended)
{
    public const string InProgress = "inProgress";
    public const string Completed = "completed";

    public static EpisodeView Of(Episode episode) => new(
        episode.Number,
        episode.IsCompleted ? Completed : InProgress,
        episode.Outcome,
        episode.Reason,
        episode.Type,
        episode.Category,
        episode.Ticket,
        episode.TicketUrl,
        episode.Began,
        episode.Ended);
}
