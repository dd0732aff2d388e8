namespace Spark.Channels.WebChat.Activities;

/// <summary>The client's own name for its activity, in <c>channelData</c>: the same when it posts the activity again.</summary>
internal sealed record ClientReference(string? ClientActivityID);
