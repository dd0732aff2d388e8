using System.Reflection;

namespace Spark.Architecture.Tests;

/// <summary>Rules that one can see in the assemblies: house style, §2.</summary>
public sealed class TypeRulesTests
{
    private const int MostMembers = 5;

    private static readonly string[] Names =
    [
        "Spark.Abstractions", "Spark.Cockpit", "Spark.Engine", "Spark.Expressions", "Spark.Plugins", "Spark.Runtime", "Spark.Storage",
        "Spark.Testing", "Spark.Understanding",
    ];

    private static IEnumerable<Type> Types => Names.Select(Assembly.Load).SelectMany(assembly => assembly.GetTypes());

    [Fact]
    public void A_public_class_is_sealed_or_abstract() => Types
        .Where(type => type is { IsClass: true, IsPublic: true, IsSealed: false, IsAbstract: false })
        .Where(type => type.FullName is not "Spark.InstanceServices")
        .Select(type => type.FullName)
        .ShouldBeEmpty();

    [Fact]
    public void An_interface_has_at_most_five_members() => Types
        .Where(type => type.IsInterface)
        .Select(type => (type.FullName, Count: type.GetMembers().Count(member => member is not MethodInfo { IsSpecialName: true })))
        .Where(found => found.Count > MostMembers)
        .ShouldBeEmpty();

    [Fact]
    public void No_signature_carries_a_bag_of_objects() => Types
        .Where(type => type.IsVisible)
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType).Any(IsBag))
        .Select(method => $"{method.DeclaringType}.{method.Name}")
        .ShouldBeEmpty();

    private static bool IsBag(Type type) => type.IsGenericType
        && type.GetGenericArguments() is [var key, var value]
        && key == typeof(string)
        && value == typeof(object);
}
