namespace Spark.Channels.WebChat.Activities;

/// <summary>What the chat page reads of a message's pace: for how many milliseconds the bot is seen typing before it.</summary>
internal sealed record Pacing(double Delay);
