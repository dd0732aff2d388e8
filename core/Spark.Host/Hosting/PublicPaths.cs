using Spark.Plugins.Environments;
using Spark.Runtime;

namespace Spark.Host.Hosting;

/// <summary>The public paths that the operator gives to channel instances; some belong to the host and are never given.</summary>
internal static class PublicPaths
{
    private static readonly string[] Reserved = ["/cockpit", "/api/admin", "/health", "/metrics", "/channels", "/chat"];

    public static IReadOnlyDictionary<string, string> Of(EnvironmentConfig environment)
    {
        var paths = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var channel in environment.Channels)
        {
            var instance = channel.Name;
            foreach (var path in channel.Paths)
            {
                if (Reserved.Any(reserved => IsAtOrBelow(path, reserved)))
                {
                    throw new OperatorException("SPK12010", $"The path '{path}' of channel '{instance}' belongs to the host. Take another.");
                }

                if (!paths.TryAdd(path, instance))
                {
                    throw new OperatorException("SPK12010", $"The path '{path}' is given to '{paths[path]}' and to '{instance}'. Give it to one.");
                }
            }
        }

        return paths;
    }

    private static bool IsAtOrBelow(string path, string reserved) =>
        path.StartsWith(reserved, StringComparison.OrdinalIgnoreCase) && (path.Length == reserved.Length || path[reserved.Length] == '/');
}
