using Spark.Engine.Conversations;

namespace Spark.Runtime.Outbox;

/// <summary>Tells where effects go.</summary>
public static class Destinations
{
    /// <summary>The destination of an effect.</summary>
    /// <param name="effect">The effect.</param>
    public static Destination Of(Effect effect) => effect switch
    {
        InvokeAction => Destination.None,
        TellDesk => Destination.Desk,
        _ => Destination.Channel,
    };
}
