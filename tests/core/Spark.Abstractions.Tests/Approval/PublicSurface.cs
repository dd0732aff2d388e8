using System.Globalization;
using System.Reflection;
using System.Text;

namespace Spark.Abstractions.Tests.Approval;

/// <summary>Prints what other assemblies can see of an assembly: a line for each type and member, sorted.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type)).Append(Bases(type)).Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}");
        }

        var isRecord = type.GetMethod("<Clone>$", Declared) is not null;
        return type.GetMembers(Declared).Where(IsVisible).Where(member => !isRecord || !IsWrittenByCompiler(member)).Select(Member).OfType<string>();
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodInfo method => method is { IsSpecialName: false } && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly),
        ConstructorInfo constructor => constructor.IsPublic || constructor.IsFamily || constructor.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsSeen),
        FieldInfo field => field.IsPublic,
        _ => false,
    };

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsWrittenByCompiler(MemberInfo member) => member.Name is
        "Equals" or "GetHashCode" or "ToString" or "PrintMembers" or "<Clone>$" or "EqualityContract" or "Deconstruct"
        || member is ConstructorInfo { IsFamily: true };

    private static string? Member(MemberInfo member) => member switch
    {
        PropertyInfo property =>
            $"{Static(property.GetAccessors(true)[0])}{Name(property.PropertyType)}{Question(Nullability.Create(property))} {property.Name} {{ {Accessors(property)} }}",
        MethodInfo method =>
            $"{Static(method)}{Name(method.ReturnType)}{Question(Nullability.Create(method.ReturnParameter))} {method.Name}{Generics(method)}({Parameters(method)})",
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        FieldInfo field => $"{(field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}",
        _ => null,
    };

    private static string Accessors(PropertyInfo property)
    {
        var accessors = property.GetMethod is null ? "" : "get;";
        if (property.SetMethod is { } setter && IsSeen(setter))
        {
            var isInit = setter.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit");
            var isRequired = property.GetCustomAttributesData().Any(data => data.AttributeType.Name == "RequiredMemberAttribute");
            accessors += $" {(isRequired ? "required " : "")}{(isInit ? "init" : "set")};";
        }

        return accessors;
    }

    private static string Parameters(MethodBase method) => string.Join(
        ", ",
        method.GetParameters().Select(parameter =>
            $"{Name(parameter.ParameterType)}{Question(Nullability.Create(parameter))} {parameter.Name}{(parameter.HasDefaultValue ? " = …" : "")}"));

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Bases(Type type)
    {
        var bases = type is { IsClass: true, BaseType: { } parent } && parent != typeof(object) ? [parent] : Enumerable.Empty<Type>();
        var interfaces = type.IsEnum ? [] : type.GetInterfaces().Where(contract => contract.Namespace?.StartsWith("Spark", StringComparison.Ordinal) == true);
        var names = bases.Concat(interfaces).Select(Name).ToList();
        return names.Count == 0 ? "" : " : " + string.Join(", ", names);
    }

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Name(Type type)
    {
        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        var name = type.Namespace?.StartsWith("Spark", StringComparison.Ordinal) == true ? $"{type.Namespace}.{type.Name}" : type.Name;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : $"{name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }

    private static string Question(NullabilityInfo nullability) =>
        nullability is { ReadState: NullabilityState.Nullable, Type.IsValueType: false } ? "?" : "";

    private static string Static(MethodBase method) => method.IsStatic ? "static " : "";
}
