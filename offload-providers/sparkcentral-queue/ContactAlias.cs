namespace Spark.Offload.SparkcentralQueue;

/// <summary>The names of contact attributes.</summary>
internal static class ContactAlias
{
    public static bool IsValid(string alias) =>
        alias.Length > 0 && alias.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
}
