using Spark.Engine.Reading;

namespace Spark.Plugins.Catalog;

/// <summary>A channel, as designers see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name of its plugin for people.</param>
/// <param name="Profile">What its plugin declares that it can show.</param>
/// <param name="CanShow">True when it tells how it shows a message.</param>
public sealed record ChannelSight(string Id, string Name, ChannelProfile Profile, bool CanShow);
