namespace Spark.Channels.WebChat.Activities;

/// <summary>The buttons below the newest message.</summary>
internal sealed record SuggestedActions(IReadOnlyList<CardAction> Actions);
