namespace Spark.Channels.WebChat.Activities;

/// <summary>The value of a button, which comes back when it is pressed.</summary>
internal sealed record ChoiceValue(string Token);
