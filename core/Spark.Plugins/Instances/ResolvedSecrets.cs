using Spark.Engine.Reading;
using Spark.Plugins.Environments;

namespace Spark.Plugins.Instances;

/// <summary>The secrets of one instance, resolved before its plugin sees anything. Prints nothing of them.</summary>
internal sealed class ResolvedSecrets
{
    private const int LargestBytes = 64 * 1024;

    private readonly Dictionary<SettingNode, string> values = [];

    private ResolvedSecrets()
    {
    }

    public IReadOnlyCollection<string> Values => values.Values;

    public string? Find(SettingNode node) => values.GetValueOrDefault(node);

    public static ResolvedSecrets Resolve(SettingNode settings, SecretSource source, string what, List<Finding> findings)
    {
        var resolved = new ResolvedSecrets();
        foreach (var node in settings.All().Where(SecretReference.IsReference))
        {
            var (value, refusal) = SecretReference.Refusal(node.Text) is { } form ? (null, form) : Read(node.Text, source);
            if (value is not null)
            {
                resolved.values[node] = value;
                continue;
            }

            findings.Add(Problem.At(
                InstanceCodes.SecretMissing,
                node.At,
                $"A secret of {what} cannot be read: {refusal}.",
                $"Set the variable, or write the secret into the file below the secrets folder, and start the host again."));
        }

        return resolved;
    }

    internal static (string? Value, string Refusal) Read(string reference, SecretSource source)
    {
        if (reference.StartsWith(SecretReference.Variable, StringComparison.Ordinal))
        {
            var name = reference[SecretReference.Variable.Length..];
            return source.Variable(name) is { Length: > 0 } value ? (value, "") : (null, $"the variable {name} is not set, or empty");
        }

        return source.Folder is { } folder
            ? ReadFile(folder, reference[SecretReference.File.Length..])
            : (null, $"'{reference}' needs a secrets folder, and none is configured");
    }

    private static (string? Value, string Refusal) ReadFile(string folder, string name)
    {
        try
        {
            var root = RealPath.Of(folder);
            var path = RealPath.Of(Path.Combine(folder, name));
            if (root is null || path is null || !RealPath.IsBelow(path, root))
            {
                return (null, $"the file '{name}' leads out of the secrets folder");
            }

            // The path without links is what was checked, so it is what is opened.
            var text = new FileInfo(path).Length <= LargestBytes ? File.ReadAllText(path) : null;
            return text?.TrimEnd('\r', '\n') switch
            {
                null => (null, $"the file '{name}' is larger than {LargestBytes / 1024} kB"),
                "" => (null, $"the file '{name}' is empty"),
                var value => (value, ""),
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, exception is FileNotFoundException or DirectoryNotFoundException
                ? $"there is no file '{name}' in the secrets folder"
                : $"the file '{name}' in the secrets folder cannot be read ({exception.GetType().Name})");
        }
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(ResolvedSecrets);
}
