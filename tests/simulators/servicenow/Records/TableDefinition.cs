namespace Spark.Simulators.ServiceNow.Records;

/// <summary>A table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Display">The field by which people know a record.</param>
/// <param name="References">Fields that name a record of another table.</param>
/// <param name="Journals">Fields that only take entries: their value is empty.</param>
/// <param name="Choices">Fields whose values have labels.</param>
internal sealed record TableDefinition(
    string Name,
    string Display,
    IReadOnlyDictionary<string, string> References,
    IReadOnlyList<string> Journals,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Choices)
{
    public static IReadOnlyDictionary<string, TableDefinition> All { get; } = new[]
    {
        new TableDefinition(
            "incident",
            "number",
            Map(("caller_id", "sys_user"), ("opened_by", "sys_user"), ("assigned_to", "sys_user"), ("assignment_group", "sys_user_group"), ("cmdb_ci", "cmdb_ci")),
            ["work_notes", "comments"],
            new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal)
            {
                ["state"] = Map(("1", "New"), ("2", "In Progress"), ("3", "On Hold"), ("6", "Resolved"), ("7", "Closed"), ("8", "Canceled")),
                ["impact"] = Map(("1", "1 - High"), ("2", "2 - Medium"), ("3", "3 - Low")),
                ["urgency"] = Map(("1", "1 - High"), ("2", "2 - Medium"), ("3", "3 - Low")),
                ["priority"] = Map(("1", "1 - Critical"), ("2", "2 - High"), ("3", "3 - Moderate"), ("4", "4 - Low"), ("5", "5 - Planning")),
            }),
        Plain("sys_user", "name"),
        Plain("sys_user_group", "name"),
        Plain("cmdb_ci", "name"),
        Plain("sys_choice", "label"),
        Plain("sys_journal_field", "value"),
        Plain("sys_attachment", "file_name"),
    }.ToDictionary(table => table.Name, StringComparer.Ordinal);

    private static TableDefinition Plain(string name, string display) => new(
        name, display, Map(), [], new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal));

    private static Dictionary<string, string> Map(params (string Key, string Value)[] pairs) =>
        pairs.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
}
