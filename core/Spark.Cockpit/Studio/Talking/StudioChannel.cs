namespace Spark.Cockpit.Studio.Talking;

/// <summary>A channel that conversations can be tried on.</summary>
/// <param name="Id">What bots and environments call it.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="CanShow">True when it tells how it shows a message; where it does not, replies are shown as plain text.</param>
public sealed record StudioChannel(string Id, string Name, bool CanShow);
