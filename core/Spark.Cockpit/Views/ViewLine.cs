namespace Spark.Cockpit.Views;

/// <summary>A saved view of the conversations' list.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Query">The query of the page's address: filters, time frame and order.</param>
/// <param name="IsShared">True when everybody sees it.</param>
internal sealed record ViewLine(string Name, string Query, bool IsShared);
