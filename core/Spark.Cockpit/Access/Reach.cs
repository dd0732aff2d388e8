namespace Spark.Cockpit.Access;

/// <summary>
/// Metadata of a route: what it says about bots, for accounts and tokens that are limited to some. A route without it is closed to them.
/// </summary>
internal enum Reach
{
    /// <summary>Nothing of any bot: open to all who have its right.</summary>
    Everything,

    /// <summary>The bot that its address names.</summary>
    Bot,

    /// <summary>The conversation that its query names, by <c>address</c> or by the <c>effect</c> within it.</summary>
    Conversation,

    /// <summary>The effect that its address names.</summary>
    Effect,

    /// <summary>Many bots, of which it shows and changes only those that the operator sees to.</summary>
    Sifted,
}
