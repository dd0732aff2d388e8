namespace Spark.Channels.WebChat.Activities;

/// <summary>Direct Line's <c>ActivitySet</c>.</summary>
/// <param name="Activities">The activities, oldest first.</param>
/// <param name="Watermark">Where the next page begins.</param>
/// <param name="Before">Ours: what to ask for to read what was said before; null when that was not asked for, or nothing was.</param>
internal sealed record ActivityPage(IReadOnlyList<OutgoingActivity> Activities, string Watermark, string? Before = null);
