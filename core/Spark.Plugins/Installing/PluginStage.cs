using System.Security.Cryptography;
using System.Text.Json;
using Spark.Engine.Reading;
using Spark.Plugins.Catalog;
using Spark.Plugins.Manifests;

namespace Spark.Plugins.Installing;

/// <summary>
/// Where plugins lie that were brought to a running host: first beside the others, unread, by their digest; then, when somebody has said
/// yes to that digest, among them. No code of a plugin runs here.
/// </summary>
/// <param name="root">The folder of installed plugins, one of the host's roots.</param>
/// <param name="time">The clock.</param>
public sealed class PluginStage(string root, TimeProvider time) : IDisposable
{
    // A dot: the finder passes it over.
    private const string Waiting = ".staged";

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>The folder of installed plugins.</summary>
    public string Root => root;

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private string WaitingFolder => Path.Combine(root, Waiting);

    /// <summary>Takes an archive.</summary>
    /// <param name="archive">A zip archive of at most <see cref="InstallLimits.ArchiveBytes"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What it holds, or what is wrong with it.</returns>
    public Task<(PluginCandidate? Candidate, IReadOnlyList<Finding> Findings)> UnpackAsync(Stream archive, CancellationToken cancellationToken) =>
        StageAsync(
            async (files, folder) =>
            {
                var file = Path.Combine(folder, "archive");
                await using var kept = new FileStream(file, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
                if (!await CopyAsync(archive, kept, cancellationToken))
                {
                    return (PluginArchive.Refuse($"It is larger than {InstallLimits.ArchiveBytes / 1024 / 1024} MB."), "");
                }

                kept.Position = 0;
                var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(kept, cancellationToken));
                kept.Position = 0;
                return (await files.UnpackAsync(kept, cancellationToken), digest);
            },
            cancellationToken);

    /// <summary>Takes a folder of the machine.</summary>
    /// <param name="folder">Its full path.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What it holds, or what is wrong with it.</returns>
    public Task<(PluginCandidate? Candidate, IReadOnlyList<Finding> Findings)> CopyAsync(string folder, CancellationToken cancellationToken)
    {
        if (!Path.IsPathFullyQualified(folder) || !Directory.Exists(folder))
        {
            return Task.FromResult<(PluginCandidate?, IReadOnlyList<Finding>)>((null, [PluginArchive.Refuse("There is no such folder on the server: give its full path.")]));
        }

        return StageAsync(
            async (files, staged) =>
            {
                var refusal = await files.CopyAsync(folder, cancellationToken);
                return (refusal, refusal is null ? await FolderDigest.OfAsync(Path.Combine(staged, "files"), cancellationToken) : "");
            },
            cancellationToken);
    }

    /// <summary>Lays a plugin that waits among the installed ones.</summary>
    /// <param name="digest">What was said yes to.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its id and its folder, or why it does not lie there.</returns>
    public async Task<(string? Id, string? Folder, Finding? Problem)> InstallAsync(string digest, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            var waiting = Path.Combine(WaitingFolder, digest);
            if (digest.Length != 64 || !digest.All(char.IsAsciiHexDigitLower) || !Directory.Exists(waiting))
            {
                return (null, null, Problem.In(InstallCodes.Gone, "plugin", "This plugin does not wait here any more.", "Bring it once more: what waits is kept for an hour, on the node that took it."));
            }

            var kind = Directory.GetDirectories(waiting)[0];
            var id = Directory.GetDirectories(kind)[0];
            var version = Directory.GetDirectories(id)[0];
            var target = Path.Combine(root, Path.GetRelativePath(waiting, version));
            if (Directory.Exists(target))
            {
                return (null, null, Present(Path.GetFileName(id), Path.GetFileName(version)));
            }

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            Directory.Move(version, target);
            Directory.Delete(waiting, recursive: true);
            return (Path.GetFileName(id), target, null);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Takes an installed version away.</summary>
    /// <param name="folder">Its folder, as the catalog tells it.</param>
    /// <returns>False when it was not installed here: then it is the operator's.</returns>
    public bool Remove(string folder)
    {
        if (!IsHere(folder) || !Directory.Exists(folder))
        {
            return false;
        }

        Directory.Delete(folder, recursive: true);
        return true;
    }

    /// <summary>True for a folder of a plugin that was installed here.</summary>
    public bool IsHere(string folder) =>
        Path.GetFullPath(folder).StartsWith(Path.GetFullPath(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private async Task<(PluginCandidate? Candidate, IReadOnlyList<Finding> Findings)> StageAsync(
        Func<PluginArchive, string, Task<(Finding? Refusal, string Digest)>> take, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        var folder = Path.Combine(WaitingFolder, $"new-{Guid.NewGuid():n}");
        try
        {
            Sweep();
            var files = Directory.CreateDirectory(Path.Combine(folder, "files")).FullName;
            var archive = new PluginArchive(files);
            var (refusal, digest) = await take(archive, folder);
            return refusal is null ? Settle(folder, files, archive, digest) : (null, [refusal]);
        }
        finally
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            one.Release();
        }
    }

    private (PluginCandidate? Candidate, IReadOnlyList<Finding> Findings) Settle(string folder, string files, PluginArchive archive, string digest)
    {
        // An archive of a folder holds that folder.
        var home = File.Exists(Path.Combine(files, ManifestReader.FileName)) ? files
            : Directory.GetFileSystemEntries(files) is [var only] && Directory.Exists(only) ? only
            : files;
        if (Place(home) is not var (kind, id, version))
        {
            return (null, [PluginArchive.Refuse($"{ManifestReader.FileName} is not in it, or its id, version or kinds cannot be read.")]);
        }

        if (Directory.Exists(Path.Combine(root, PluginKinds.Name(kind), id, version)))
        {
            return (null, [Present(id, version)]);
        }

        var laid = Path.Combine(folder, "laid", PluginKinds.Name(kind), id, version);
        Directory.CreateDirectory(Path.GetDirectoryName(laid)!);
        Directory.Move(home, laid);
        if (ManifestReader.Read(new(kind, id, version, laid)) is not { Manifest: { } manifest, Findings: var found })
        {
            return (null, [.. ManifestReader.Read(new(kind, id, version, laid)).Findings.Select(finding => finding with { At = new(ManifestReader.FileName, finding.At.Line, finding.At.Column) })]);
        }

        var waiting = Path.Combine(WaitingFolder, digest);
        if (Directory.Exists(waiting))
        {
            Directory.Delete(waiting, recursive: true);
        }

        Directory.Move(Path.Combine(folder, "laid"), waiting);
        return (
            new()
            {
                Digest = digest,
                Id = id,
                Name = manifest.Name,
                Version = version,
                Kind = kind,
                Owner = manifest.Owner,
                Contracts = manifest.Contracts,
                Permissions = manifest.Permissions,
                Files = archive.Files,
                Bytes = archive.Bytes,
                ActionSchemas = Schemas(Path.Combine(waiting, PluginKinds.Name(kind), id, version)),
            },
            found);
    }

    // Only what makes a path of it: the manifest is checked where it lies afterwards.
    private static (PluginKind Kind, string Id, string Version)? Place(string home)
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(home, ManifestReader.FileName)));
            return manifest.RootElement is { ValueKind: JsonValueKind.Object } fields
                && fields.TryGetProperty("id", out var named) && named.ValueKind == JsonValueKind.String && named.GetString() is { } id && OfferId.IsWellFormed(id)
                && fields.TryGetProperty("version", out var numbered) && numbered.ValueKind == JsonValueKind.String
                && Version.TryParse(numbered.GetString(), out var version) && version is { Build: >= 0, Revision: -1 } && version.ToString(3) == numbered.GetString()
                && fields.TryGetProperty("kinds", out var kinds) && kinds.ValueKind == JsonValueKind.Array && kinds.GetArrayLength() > 0
                && kinds[0].ValueKind == JsonValueKind.String && PluginKinds.Parse(kinds[0].GetString()!) is { } kind
                    ? (kind, id, version.ToString(3))
                    : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> Schemas(string home) => Directory.GetFiles(home, "*.schema.json")
        .Select(file => (Action: Path.GetFileName(file)[..^".schema.json".Length], Text: File.ReadAllText(file)))
        .Where(schema => schema.Action != "settings")
        .ToDictionary(schema => schema.Action, schema => schema.Text, StringComparer.Ordinal);

    private static Finding Present(string id, string version) => Problem.In(
        InstallCodes.Present, "plugin", $"The plugin '{id}' {version} is installed already.", "Give what has changed a version of its own, or remove the installed one first.");

    private void Sweep()
    {
        foreach (var old in Directory.Exists(WaitingFolder) ? Directory.GetDirectories(WaitingFolder) : [])
        {
            if (time.GetUtcNow().UtcDateTime - Directory.GetLastWriteTimeUtc(old) > Kept)
            {
                Directory.Delete(old, recursive: true);
            }
        }
    }

    // What is too large is not read to its end.
    private static async Task<bool> CopyAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = await from.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (to.Length + count > InstallLimits.ArchiveBytes)
            {
                return false;
            }

            await to.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return true;
    }
}
