namespace Spark.Channels.WebChat.Activities;

/// <summary>The conversation of an activity.</summary>
internal sealed record ConversationReference(string Id);
