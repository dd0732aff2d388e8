namespace Spark.Cockpit.People;

/// <summary>Asks for people. It is a body and no address: addresses stand in logs of proxies.</summary>
/// <param name="Text">A part of a name, a principal name, an address or an id.</param>
/// <param name="Limit">The most to return; null for the usual.</param>
internal sealed record PersonQuery(string Text, int? Limit = null);
