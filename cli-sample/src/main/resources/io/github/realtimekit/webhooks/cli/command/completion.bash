# Completion of rtk-webhooks in bash.
_rtk_webhooks() {
  local IFS=$' \t\n' line=${COMP_LINE:0:COMP_POINT} words word candidates
  # Bash breaks words at = as well, so take them from the line.
  read -ra words <<<"$line"
  case $line in *[[:space:]]) words+=('') ;; esac
  word=${words[${#words[@]} - 1]}
  IFS=$'\n'
  candidates=($("${words[0]}" __complete -- "${words[@]:1}" 2>/dev/null))
  COMPREPLY=("${candidates[@]%%$'\t'*}")
  # Ids say little: several are shown with their names, which are not inserted.
  case ${#candidates[@]},${candidates[0]-} in
    1,*) ;;
    *,????????-????-????-????-????????????$'\t'*) COMPREPLY=("${candidates[@]/$'\t'/  }") ;;
  esac
  case $word in
    *=*) case $COMP_WORDBREAKS in *=*) COMPREPLY=("${COMPREPLY[@]#"${word%%=*}="}") ;; esac ;;
  esac
}
complete -o default -F _rtk_webhooks rtk-webhooks
