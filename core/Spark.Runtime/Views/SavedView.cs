namespace Spark.Runtime.Views;

/// <summary>A view of the conversations' list that somebody has saved.</summary>
/// <param name="Owner">The account whose view it is; empty for everybody's.</param>
/// <param name="Name">Its name, of which an owner has one.</param>
/// <param name="Query">The query of the page's address.</param>
public sealed record SavedView(string Owner, string Name, string Query)
{
    /// <summary>The owner of what everybody sees: no account has an empty name.</summary>
    public const string Everybody = "";
}
