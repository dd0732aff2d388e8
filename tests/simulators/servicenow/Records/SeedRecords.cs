namespace Spark.Simulators.ServiceNow.Records;

/// <summary>What a fresh instance holds: people, teams, devices, and categories with those that depend on them.</summary>
internal static class SeedRecords
{
    private const string System = "system";

    private static readonly (string Category, string[] Subs)[] Categories =
    [
        ("Hardware", ["Battery", "Keyboard", "Display", "Printer"]),
        ("Software", ["OS", "Application", "Email"]),
        ("Network", ["WiFi", "VPN"]),
        ("Access", ["Password", "Permissions"]),
    ];

    public static void AddTo(Instance instance)
    {
        foreach (var (name, user, email) in new[]
        {
            ("Jo Peeters", "jo", "jo@acme.com"), ("Sam Vermeer", "sam", "sam@acme.com"), ("Abel Tuter", "abel.tuter", "abel.tuter@example.com"),
        })
        {
            Add(instance, "sys_user", ("name", name), ("user_name", user), ("email", email), ("active", "true"));
        }

        foreach (var group in new[] { "Service Desk", "Network", "Hardware", "Software" })
        {
            Add(instance, "sys_user_group", ("name", group), ("active", "true"));
        }

        foreach (var device in new[] { "LAPTOP-JO-01", "LAPTOP-SAM-02", "PRINTER-3F" })
        {
            Add(instance, "cmdb_ci", ("name", device), ("operational_status", "1"));
        }

        foreach (var (category, subs) in Categories)
        {
            Add(instance, "sys_choice", ("name", "incident"), ("element", "category"), ("value", category), ("label", category), ("dependent_value", ""), ("inactive", "false"));
            foreach (var sub in subs)
            {
                Add(instance, "sys_choice", ("name", "incident"), ("element", "subcategory"), ("value", sub), ("label", sub), ("dependent_value", category), ("inactive", "false"));
            }
        }
    }

    private static void Add(Instance instance, string table, params (string Field, string Value)[] values) =>
        instance.Add(table, values.Select(pair => new KeyValuePair<string, string>(pair.Field, pair.Value)), System);
}
