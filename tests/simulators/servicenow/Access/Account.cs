namespace Spark.Simulators.ServiceNow.Access;

/// <summary>A user who may call the API.</summary>
/// <param name="User">The name.</param>
/// <param name="Password">The password.</param>
/// <param name="Roles">What the user may do: <c>itil</c> reads and writes incidents, <c>rest_api_explorer</c> reads little.</param>
internal sealed record Account(string User, string Password, IReadOnlyList<string> Roles)
{
    public bool IsItil => Roles.Contains("itil", StringComparer.Ordinal) || Roles.Contains("admin", StringComparer.Ordinal);
}
