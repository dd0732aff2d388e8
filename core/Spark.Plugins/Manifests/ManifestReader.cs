using System.Globalization;
using Spark.Plugins.Catalog;

namespace Spark.Plugins.Manifests;

/// <summary>Reads and checks the manifest of a plugin's folder. Says everything that is wrong at once.</summary>
internal static class ManifestReader
{
    public const string FileName = "plugin.json";

    private const long LargestBytes = 256 * 1024;

    public static ManifestReading Read(PluginFolder folder)
    {
        var file = Path.Combine(folder.Path, FileName);
        byte[] bytes;
        try
        {
            bytes = new FileInfo(file) is { Exists: true, Length: > LargestBytes }
                ? throw new IOException("it is larger than 256 kB")
                : File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Missing(file, exception);
        }

        var document = ManifestDocument.Parse(file, bytes);
        if (document.Findings.Count > 0)
        {
            return new ManifestReading(null, document.Findings);
        }

        return Check(new ManifestFields(file, document.Fields), folder);
    }

    private static ManifestReading Missing(string file, Exception exception) => new(null, [
        exception is FileNotFoundException or DirectoryNotFoundException
            ? Problem.In(
                ManifestCodes.Missing,
                file,
                $"The plugin's folder has no {FileName}.",
                "Install the plugin again, or remove the folder: <kind>/<id>/<version>/ must hold the manifest and the assembly.")
            : Problem.In(
                ManifestCodes.Missing,
                file,
                $"The manifest cannot be read: {exception.Message}",
                "Let the host's user read the file, and keep it below 256 kB.")]);

    private static ManifestReading Check(ManifestFields fields, PluginFolder folder)
    {
        fields.RefuseUnknown();
        var id = fields.Text("id");
        var name = fields.Text("name");
        var version = fields.Number("version", 3);
        var kinds = Kinds(fields);
        var assembly = fields.Text("assembly");
        var contracts = fields.Number("contracts", 2);
        var paths = fields.Texts("paths");
        var permissions = fields.Object("permissions");
        var owner = fields.OptionalText("owner");
        var channels = ManifestChannels.Read(fields);
        var takes = ManifestChannels.ReadTakes(fields);

        CheckId(fields, id, folder);
        CheckVersion(fields, version, folder);
        CheckKind(fields, kinds, folder);
        CheckAssembly(fields, assembly, folder);
        CheckContracts(fields, contracts);
        if (fields.Findings.Count > 0)
        {
            return new ManifestReading(null, fields.Findings);
        }

        var manifest = new PluginManifest
        {
            Id = id!,
            Name = name!,
            Version = version!,
            Kinds = kinds,
            Assembly = assembly!,
            Contracts = contracts!,
            Paths = paths,
            Permissions = permissions,
            Owner = owner,
            Channels = channels,
            Takes = takes,
        };
        return new ManifestReading(manifest, []);
    }

    private static List<PluginKind> Kinds(ManifestFields fields)
    {
        var kinds = new List<PluginKind>();
        var names = fields.Texts("kinds");
        if (names.Count == 0)
        {
            fields.Wrong("kinds", $"must name at least one kind", $"Write a list of {PluginKinds.Names}.");
        }

        foreach (var name in names)
        {
            if (PluginKinds.Parse(name) is { } kind)
            {
                kinds.Add(kind);
            }
            else
            {
                fields.Wrong("kinds", $"names the kind '{name}', which this host does not know", $"Write a list of {PluginKinds.Names}.");
            }
        }

        return kinds;
    }

    private static void CheckId(ManifestFields fields, string? id, PluginFolder folder)
    {
        if (id is not null && !string.Equals(id, folder.Id, StringComparison.Ordinal))
        {
            fields.Add(
                ManifestCodes.IdDiffers,
                "id",
                $"The manifest's id is '{id}', and the folder is called '{folder.Id}'.",
                "Give both the same name: the id is the folder's name, for ever.");
        }
        else if (id is not null && !OfferId.IsWellFormed(id))
        {
            fields.Wrong("id", $"is '{id}', which is no id", $"Use {OfferId.Form}.");
        }
    }

    private static void CheckVersion(ManifestFields fields, Version? version, PluginFolder folder)
    {
        if (version is not null && !string.Equals(version.ToString(3), folder.Version, StringComparison.Ordinal))
        {
            fields.Add(
                ManifestCodes.VersionDiffers,
                "version",
                $"The manifest's version is {version}, and the folder is called '{folder.Version}'.",
                "Give the folder the version's name, three numbers such as 1.4.0.");
        }
    }

    private static void CheckKind(ManifestFields fields, List<PluginKind> kinds, PluginFolder folder)
    {
        if (kinds.Count > 0 && !kinds.Contains(folder.Kind))
        {
            fields.Add(
                ManifestCodes.KindDiffers,
                "kinds",
                $"The plugin lies in the folder '{PluginKinds.Name(folder.Kind)}', and its manifest does not name that kind.",
                "Add the kind to the manifest, or move the folder below a kind that the manifest names.");
        }
    }

    private static void CheckAssembly(ManifestFields fields, string? assembly, PluginFolder folder)
    {
        if (assembly is null)
        {
            return;
        }

        if (!assembly.EndsWith(".dll", StringComparison.Ordinal)
            || assembly.AsSpan().ContainsAny('/', '\\', ':')
            || assembly.Contains("..", StringComparison.Ordinal))
        {
            fields.Add(
                ManifestCodes.Assembly,
                "assembly",
                $"The assembly '{assembly}' is not the plain name of a .dll file.",
                "Name the file alone, without a path; it lies in the plugin's own folder.");
        }
        else if (!File.Exists(Path.Combine(folder.Path, assembly)))
        {
            fields.Add(
                ManifestCodes.Assembly,
                "assembly",
                $"The assembly '{assembly}' is not in the plugin's folder.",
                "Copy the whole output of the plugin's build into the folder, or mend the name.");
        }
    }

    private static void CheckContracts(ManifestFields fields, Version? contracts)
    {
        var host = ContractVersion.Current;
        if (contracts is null || (contracts.Major == host.Major && contracts.Minor <= host.Minor))
        {
            return;
        }

        fields.Add(
            ManifestCodes.Contracts,
            "contracts",
            string.Create(CultureInfo.InvariantCulture, $"The plugin needs contracts {contracts}, and this host offers contracts {host}."),
            contracts.Major > host.Major || contracts.Major == host.Major
                ? "Update the host, or install an older version of the plugin."
                : "Install a version of the plugin that was built for this host's contracts.");
    }
}
