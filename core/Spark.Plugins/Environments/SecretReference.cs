namespace Spark.Plugins.Environments;

/// <summary>Recognises settings that name a secret instead of holding it.</summary>
internal static class SecretReference
{
    public const string Variable = "env:";
    public const string File = "file:";
    public const string VariablePrefix = "SPARK_SECRET_";

    public static bool IsReference(SettingNode node) =>
        node.Kind == SettingKind.Scalar
        && (node.Text.StartsWith(Variable, StringComparison.Ordinal) || node.Text.StartsWith(File, StringComparison.Ordinal));

    /// <summary>What is wrong with the form of a reference; null when it may be resolved.</summary>
    public static string? Refusal(string reference)
    {
        if (reference.StartsWith(Variable, StringComparison.Ordinal))
        {
            var name = reference[Variable.Length..];
            return name.StartsWith(VariablePrefix, StringComparison.Ordinal)
                && name.Length > VariablePrefix.Length
                && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
                ? null
                : $"'{reference}' reads a variable that is not called {VariablePrefix}…";
        }

        var path = reference[File.Length..];
        return path.Length == 0
            || path.AsSpan().ContainsAny('\\', '\0')
            || Path.IsPathRooted(path)
            || path.Split('/').Any(part => part is "" or "." or "..")
            ? $"'{reference}' does not name a file below the secrets folder"
            : null;
    }
}
