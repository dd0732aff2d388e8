namespace Spark.Cockpit.Access;

/// <summary>What accounts may be called.</summary>
internal static class AccountName
{
    /// <summary>The most characters.</summary>
    public const int Longest = 100;

    /// <summary>The rule, for messages.</summary>
    public const string Form = "letters, digits, dots, hyphens, underscores and one @, at most 100";

    public static string Normal(string name) => name.Trim().ToLowerInvariant();

    public static bool IsWellFormed(string name) =>
        name.Length is > 0 and <= Longest && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '@') && name.Count(letter => letter == '@') <= 1;
}
