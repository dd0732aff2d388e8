namespace Spark.Channels.WebChat.Activities;

/// <summary>Direct Line's <c>ActivitySet</c>.</summary>
internal sealed record ActivityPage(IReadOnlyList<OutgoingActivity> Activities, string Watermark);
