namespace Spark.Channels.WebChat.Activities;

/// <summary>The answer to a posted activity.</summary>
internal sealed record PostedActivity(string Id);
