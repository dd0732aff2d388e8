namespace Spark.Testing.Suites;

/// <summary>The codes of findings in test files. A code is never given a second meaning, and each has a page in <c>docs/errors/</c>.</summary>
internal static class TestCodes
{
    /// <summary>A text key that the bot does not have.</summary>
    public const string UnknownText = "SPK9101";

    /// <summary>A dialog, variable, connection, action or language that the bot does not have.</summary>
    public const string UnknownName = "SPK9102";

    /// <summary>A line of a chat that says nothing, or two things.</summary>
    public const string BadLine = "SPK9103";

    /// <summary>Two tests or suites of one name.</summary>
    public const string DuplicateTest = "SPK9104";

    /// <summary>A file in tests/ that is not read.</summary>
    public const string FileNotRead = "SPK9105";

    /// <summary>A value that a variable cannot have.</summary>
    public const string BadValue = "SPK9106";

    /// <summary>A test in which nothing can go wrong.</summary>
    public const string ShowsNothing = "SPK9107";
}
