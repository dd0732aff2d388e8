namespace Spark.Channels.WebChat.Activities;

/// <summary>A picture of a card.</summary>
internal sealed record CardImage(string Url);
