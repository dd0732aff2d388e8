using System.Reflection;
using Spark.Engine.Reading;

namespace Spark.Plugins.Loading;

/// <summary>Finds the one class that a plugin's assembly is entered by.</summary>
internal static class EntryPoint
{
    public static ConstructorInfo? Find(Assembly assembly, string file, List<Finding> findings)
    {
        // All types at once: one that does not fit this host is found now and not in the middle of a conversation.
        var entries = assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false })
            .Where(type => type.IsPublic && typeof(IPlugin).IsAssignableFrom(type))
            .ToList();
        if (entries is not [var entry])
        {
            findings.Add(Problem.In(
                LoadingCodes.Entry,
                file,
                entries.Count == 0
                    ? "The assembly has no public class that implements IPlugin."
                    : $"The assembly has several public classes that implement IPlugin: {string.Join(", ", entries.Select(type => type.FullName))}.",
                "Write exactly one public, not abstract class that implements Spark.IPlugin, in the assembly that the manifest names."));
            return null;
        }

        if (entry.GetConstructor(Type.EmptyTypes) is { } constructor)
        {
            return constructor;
        }

        findings.Add(Problem.In(
            LoadingCodes.Entry,
            file,
            $"The class {entry.FullName} has no public constructor without parameters.",
            "Give it one: what a plugin needs is lent to the instances that it makes."));
        return null;
    }
}
